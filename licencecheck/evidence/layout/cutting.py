"""Cut the visible text of a page into runs."""

from __future__ import annotations

from lxml import etree

from licencecheck.documents.document import Part
from licencecheck.evidence.layout.joints import Joint, joint_of
from licencecheck.evidence.layout.runs import Mark, Run
from licencecheck.evidence.layout.visible import HIDDEN_STYLE, KINDS


def runs_of(tree: etree._Element) -> list[Run]:  # noqa: C901 - thousands of events on a page: no call for each
    """Cut the page below `tree` (its root element) into runs in document order; hidden elements are left out."""
    runs: list[Run] = []
    texts: list[str] = []
    marks: list[Mark] = []
    begin: tuple[etree._Element, Part] | None = None
    joints: list[Joint] | None = None
    ended: etree._Element | None = None
    begun: etree._Element | None = None
    is_empty, after_break = True, False
    blocks: list[etree._Element] = [tree]
    links: list[etree._Element] = []

    def close() -> None:
        """Make the run that ends here; links that are still open reach into the next one."""
        nonlocal texts, marks, joints, begin, is_empty, after_break
        runs.append(Run(len(runs), blocks[-1], begin, texts, marks, after_break=after_break, joints=joints))
        texts, marks, joints, begin = [], [(0, "open", link) for link in links] if links else [], None, None
        is_empty, after_break = True, False

    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    part: Part
    for event, element in walk:
        kind = KINDS.get(element.tag, "block")
        if event == "start":
            style = element.get("style")
            if kind == "silent" or element.get("hidden") is not None or (style and HIDDEN_STYLE.search(style)):
                walk.skip_subtree()
                continue
            part, raw = "text", element.text
            if kind == "block":
                if not is_empty:
                    close()
                blocks.append(element)
            elif kind == "br":
                if not is_empty:
                    close()
                after_break = True
            else:
                if ended is not None and begun is None:
                    begun = element
                if kind == "a":
                    links.append(element)
                    marks.append((len(texts), "open", element))
                elif kind == "img":
                    marks.append((len(texts), "image", element))
                    is_empty = False
        else:
            part, raw = "tail", element.tail
            if kind == "block":
                if blocks[-1] is element and len(blocks) > 1:
                    if not is_empty:
                        close()
                    blocks.pop()
            else:
                if begun is None:
                    ended = element
                if kind == "a" and links and links[-1] is element:
                    marks.append((len(texts), "close", links.pop()))
        if raw and not (is_empty and raw.isspace()):
            if begin is None:
                begin = element, part
            elif begun is not None and ended is not None and not raw.isspace():
                joint = joint_of(ended, begun, texts, raw)
                if joint is not None:
                    joints = joints or []
                    joints.append(joint)
            texts.append(raw)
            is_empty = False
            if ended is not None and not raw.isspace():
                ended = begun = None
    if not is_empty:
        close()
    return runs

"""Pages to read: a site with menu, article, related links and footer, into which a test puts its own lines."""

from __future__ import annotations

from licencecheck.documents import read
from licencecheck.documents.document import Document
from licencecheck.evidence.page import page_of
from licencecheck.model import Page, SiteProfile

HOST, SITE = "host.example", "Host Herald"

TEXTS = {
    "en": """
The old pumps beside the mill have run dry for the third summer in a row, and the people of the valley have
begun to carry water in cans from the upper spring, as their grandparents did before the pipes were laid.

Engineers who were called in by the council found rust in two of the four shafts. They proposed to close both of
them before winter and to dig a new one further east, where the ground holds more water than anybody had
thought.

Farmers are not convinced. Several of them remember the drought thirty years ago, when a new shaft was promised,
paid for and forgotten, and they now ask for a guarantee in writing before they agree to a single day of
digging.

A vote is planned for the autumn, and until then the tankers will keep coming twice a week. Nobody in the valley
expects that the matter will be settled by then, but most agree that the talk has at least begun in earnest.

In the meantime the school has dug a small basin behind the gymnasium, in which the pupils collect rain, and
they measure every morning how much has fallen, although for the last nine weeks the answer has always been the
same.

What happens to the mill itself is another question. Its owner would like to turn it into a museum of milling,
with a wheel that turns, yet a wheel needs water too, and of water there is at present not nearly enough.
""",
    "de": """
Die alten Pumpen an der Mühle sind im dritten Sommer in Folge trocken gefallen, und die Leute im Tal holen das
Wasser wieder in Kannen von der oberen Quelle, wie es ihre Großeltern taten, bevor die Rohre gelegt wurden.

Fachleute, die der Rat gerufen hatte, fanden in zwei der vier Schächte Rost. Sie schlugen vor, beide noch vor
dem Winter zu schließen und weiter im Osten einen neuen zu graben, wo der Boden mehr Wasser hält als gedacht.

Die Bauern sind nicht überzeugt. Einige von ihnen erinnern sich an die Dürre vor dreißig Jahren, als ein neuer
Schacht versprochen, bezahlt und vergessen wurde, und sie verlangen nun eine Zusage, die auch für alle gilt.
""",
    "fr": """
Les vieilles pompes du moulin sont à sec pour le troisième été de suite, et les gens de la vallée vont de
nouveau chercher l'eau à la source avec des bidons, comme le faisaient leurs grands-parents avant que l'on pose
les tuyaux.

Les ingénieurs que le conseil a fait venir ont trouvé de la rouille dans deux des quatre puits. Ils ont proposé
de les fermer avant l'hiver et d'en creuser un nouveau plus à l'est, où le sol garde plus d'eau que l'on ne
pensait.

Les paysans ne sont pas convaincus. Plusieurs d'entre eux se souviennent de la sécheresse d'il y a trente ans,
quand un nouveau puits fut promis, payé puis oublié, et ils demandent une garantie écrite avant le premier coup.
""",
    "es": """
Las viejas bombas del molino se han secado por tercer verano consecutivo, y la gente del valle vuelve a traer el
agua en bidones desde la fuente de arriba, como lo hacían sus abuelos antes de que se pusieran las tuberías.

Los ingenieros que llamó el consejo encontraron óxido en dos de los cuatro pozos. Propusieron cerrar los dos
antes del invierno y cavar uno nuevo más al este, donde el suelo guarda más agua de la que nadie había pensado.

Los campesinos no están convencidos. Varios de ellos recuerdan la sequía de hace treinta años, cuando un pozo
nuevo fue prometido, pagado y olvidado, y ahora piden una garantía por escrito antes de que se empiece a cavar.
""",
    "zh": """
磨坊旁边的旧水泵已经连续第三个夏天干涸了，山谷里的居民又开始像祖父母那一辈一样，用水桶从上游的泉眼挑水回家，因为当年铺设的管道里已经没有水了。

应镇政府邀请前来的工程师在四口井中的两口里发现了锈迹。他们建议在冬天到来之前关闭这两口井，并在更靠东的地方挖一口新井，那里的土壤比人们原先想的更能保水。

农民们并不相信。他们当中有几位还记得三十年前的那场大旱，当时也有人答应挖一口新井，钱付了，事情却被忘记了，所以他们现在要求先拿到书面的保证。
""",
    "ru": """
Старые насосы у мельницы пересохли уже третье лето подряд, и жители долины снова носят воду в бидонах от
верхнего источника, как это делали их деды и бабушки до того, как здесь были проложены трубы.

Инженеры, которых пригласил совет, нашли ржавчину в двух из четырёх шахт. Они предложили закрыть обе до зимы и
вырыть новую дальше на восток, где земля держит больше воды, чем все думали раньше.

Крестьяне не убеждены. Некоторые из них помнят засуху тридцать лет назад, когда новую шахту обещали, оплатили и
забыли, и теперь они просят письменных гарантий, прежде чем согласятся хотя бы на один день работ.
""",
    "pl": """
Stare pompy przy młynie wyschły już trzecie lato z rzędu, a mieszkańcy doliny znowu noszą wodę w bańkach z
górnego źródła, tak jak robili to ich dziadkowie, zanim położono tutaj rury.

Inżynierowie, których wezwała rada, znaleźli rdzę w dwóch z czterech szybów. Zaproponowali, żeby oba zamknąć
przed zimą i wykopać nowy dalej na wschód, gdzie ziemia trzyma więcej wody, niż ktokolwiek myślał.

Rolnicy nie są przekonani. Kilku z nich pamięta suszę sprzed trzydziestu lat, kiedy nowy szyb obiecano, opłacono
i zapomniano, dlatego teraz proszą o gwarancję na piśmie, zanim zgodzą się na choćby jeden dzień kopania.
""",
    "it": """
Le vecchie pompe del mulino sono a secco per la terza estate di fila, e la gente della valle torna a portare
l'acqua con i bidoni dalla sorgente alta, come facevano i nonni prima che fossero posate le tubature.

Gli ingegneri chiamati dal consiglio hanno trovato la ruggine in due dei quattro pozzi. Hanno proposto di
chiuderli entrambi prima dell'inverno e di scavarne uno nuovo più a est, dove il terreno trattiene più acqua.

I contadini non sono convinti. Alcuni di loro ricordano la siccità di trent'anni fa, quando un nuovo pozzo fu
promesso, pagato e dimenticato, e adesso chiedono una garanzia scritta prima che si cominci a scavare.
""",
    "pt": """
As velhas bombas do moinho secaram pelo terceiro verão seguido, e as pessoas do vale voltaram a trazer a água em
bidões da nascente de cima, como faziam os avós antes de serem colocados os canos.

Os engenheiros que o conselho chamou encontraram ferrugem em dois dos quatro poços. Eles propuseram fechar os
dois antes do inverno e cavar um novo mais a leste, onde o solo guarda mais água do que se pensava.

Os agricultores não estão convencidos. Vários deles lembram a seca de há trinta anos, quando um novo poço foi
prometido, pago e esquecido, e agora pedem uma garantia por escrito antes de um único dia de obras.
""",
    "nl": """
De oude pompen naast de molen staan voor de derde zomer op rij droog, en de mensen in het dal halen het water
weer in kannen bij de bovenste bron, zoals hun grootouders deden voordat de leidingen werden gelegd.

Ingenieurs die door de raad waren gevraagd vonden roest in twee van de vier schachten. Zij stelden voor om ze
allebei voor de winter te sluiten en verder naar het oosten een nieuwe te graven, waar de grond meer water houdt.

De boeren zijn niet overtuigd. Een aantal van hen weet nog van de droogte van dertig jaar geleden, toen er een
nieuwe schacht werd beloofd, betaald en vergeten, en zij willen nu eerst een toezegging op papier.
""",
    "tr": """
Değirmenin yanındaki eski pompalar üst üste üçüncü yaz kurudu ve vadideki insanlar, borular döşenmeden önce
dedelerinin yaptığı gibi, suyu yeniden yukarıdaki kaynaktan bidonlarla taşımaya başladı.

Meclisin çağırdığı mühendisler dört kuyunun ikisinde pas buldu. İkisinin de kıştan önce kapatılmasını ve daha
doğuda, toprağın sanılandan daha çok su tuttuğu bir yerde yeni bir kuyu açılmasını önerdiler.

Çiftçiler ise ikna olmuş değil. Aralarından birçoğu otuz yıl önceki kuraklığı, söz verilen, parası ödenen ve sonra
unutulan kuyuyu hatırlıyor ve şimdi kazıya başlanmadan önce yazılı bir güvence istiyor.
""",
    "id": """
Pompa tua di samping kincir sudah kering pada musim panas ketiga berturut-turut, dan warga lembah itu kembali
membawa air dengan jeriken dari mata air di atas, seperti yang dilakukan kakek dan nenek mereka dahulu.

Para insinyur yang dipanggil oleh dewan menemukan karat pada dua dari empat sumur. Mereka mengusulkan agar
keduanya ditutup dan sebuah sumur baru digali lebih ke timur, tempat tanah menyimpan lebih banyak air.

Para petani belum yakin. Beberapa dari mereka masih ingat kekeringan tiga puluh tahun yang lalu, ketika sebuah
sumur baru dijanjikan, dibayar, dan dilupakan, dan sekarang mereka meminta jaminan tertulis terlebih dahulu.
""",
    "el": """
Οι παλιές αντλίες δίπλα στον μύλο στέρεψαν για τρίτο συνεχόμενο καλοκαίρι, και οι άνθρωποι της κοιλάδας κουβαλούν
πάλι το νερό με δοχεία από την πάνω πηγή, όπως έκαναν οι παππούδες τους πριν να μπουν οι σωλήνες.

Οι μηχανικοί που κάλεσε το συμβούλιο βρήκαν σκουριά σε δύο από τα τέσσερα φρεάτια. Πρότειναν να κλείσουν και τα δύο
πριν από τον χειμώνα και να ανοιχτεί ένα νέο πιο ανατολικά, όπου το έδαφος κρατά περισσότερο νερό.

Οι αγρότες δεν έχουν πειστεί. Αρκετοί από αυτούς θυμούνται την ξηρασία πριν από τριάντα χρόνια, όταν ένα νέο
φρεάτιο το υποσχέθηκαν, το πλήρωσαν και το ξέχασαν, και τώρα ζητούν μια γραπτή εγγύηση.
""",
    "ar": """
جفت المضخات القديمة بجانب الطاحونة للصيف الثالث على التوالي، وعاد أهل الوادي إلى حمل الماء في الأوعية من النبع
الأعلى كما كان يفعل أجدادهم قبل أن تمد الأنابيب في هذه القرى.

ووجد المهندسون الذين استدعاهم المجلس صدأ في اثنتين من الآبار الأربع، واقترحوا إغلاقهما قبل الشتاء وحفر بئر جديدة
إلى الشرق حيث تحتفظ الأرض بكمية من الماء أكبر مما كان يعتقد الجميع.

لكن المزارعين غير مقتنعين، فبعضهم يتذكر الجفاف الذي وقع قبل ثلاثين عاما حين وعدوا ببئر جديدة دفع ثمنها ثم نسيت،
وهم يطلبون الآن ضمانا مكتوبا قبل أن يوافقوا على يوم واحد من الحفر.
""",
    "ja": """
水車小屋のそばの古いポンプは三年続けて夏に干上がり、谷の人々は、水道管が敷かれる前に祖父母がしていたように、上の泉から缶で水を運ぶようになりました。

町に呼ばれた技師たちは、四つの井戸のうち二つで錆を見つけました。冬が来る前に二つとも閉じ、これまで考えられていたよりも多くの水を含む東側の土地に新しい井戸を掘ることを提案しています。

しかし農家の人たちは納得していません。三十年前の干ばつのときにも新しい井戸が約束され、お金が払われ、そして忘れられたことを覚えているからです。今は書面での保証を求めています。
""",
    "sv": """
De gamla pumparna vid kvarnen har torkat ut för tredje sommaren i rad, och människorna i dalen har börjat bära
vatten i kannor från den övre källan igen, så som deras föräldrar gjorde innan rören lades.

Ingenjörerna som kommunen kallade in fann rost i två av de fyra schakten. De föreslog att båda skulle stängas före
vintern och att ett nytt skulle grävas längre österut, där marken håller mer vatten än någon hade trott.

Bönderna är inte övertygade. Flera av dem minns torkan för trettio år sedan, då ett nytt schakt lovades, betalades
och glömdes bort, och nu vill de ha en skriftlig garanti innan de går med på en enda dags grävande.
""",
    "hi": """
चक्की के पास के पुराने पंप लगातार तीसरी गर्मी में सूख गए हैं, और घाटी के लोग फिर से ऊपर के झरने से डिब्बों में पानी
ढो रहे हैं, जैसा उनके दादा-दादी पाइप बिछाए जाने से पहले किया करते थे।

परिषद ने जिन इंजीनियरों को बुलाया था, उन्हें चार में से दो कुओं में जंग मिली। उन्होंने सुझाव दिया कि दोनों को सर्दी से
पहले बंद कर दिया जाए और पूर्व की ओर एक नया कुआँ खोदा जाए, जहाँ ज़मीन में ज़्यादा पानी है।

किसान आश्वस्त नहीं हैं। उनमें से कई को तीस साल पहले का सूखा याद है, जब एक नए कुएँ का वादा किया गया, पैसे दिए गए
और फिर सब भुला दिया गया, और अब वे खुदाई से पहले लिखित गारंटी माँग रहे हैं।
""",
    "ko": """
방앗간 옆의 낡은 펌프는 삼 년째 여름마다 말랐고, 골짜기 사람들은 수도관이 놓이기 전에 할아버지와 할머니가 그랬듯이 다시
위쪽 샘에서 물통에 물을 길어 나르기 시작했다.

의회가 부른 기술자들은 네 개의 우물 가운데 두 곳에서 녹을 발견했다. 그들은 겨울이 오기 전에 두 곳을 모두 닫고, 땅이
생각보다 많은 물을 품고 있는 동쪽에 새 우물을 파자고 제안했다.

농부들은 믿지 않는다. 그들 가운데 여럿은 삼십 년 전의 가뭄을 기억한다. 그때도 새 우물을 약속하고 돈까지 냈지만 모두
잊어버렸고, 이제 그들은 하루라도 땅을 파기 전에 문서로 된 약속을 요구한다.
""",
    "uk": """
Старі помпи біля млина пересохли вже третє літо поспіль, і мешканці долини знову носять воду в бідонах із верхнього
джерела, як це робили їхні діди й баби до того, як тут проклали труби.

Інженери, яких запросила рада, знайшли іржу у двох із чотирьох шахт. Вони запропонували закрити обидві до зими й
вирити нову далі на схід, де земля тримає більше води, ніж хто-небудь думав.

Селяни не переконані. Дехто з них пам'ятає посуху тридцять років тому, коли нову шахту обіцяли, оплатили й забули,
і тепер вони просять письмових гарантій, перш ніж погодяться хоча б на один день робіт.
""",
    "cs": """
Staré pumpy u mlýna vyschly už třetí léto po sobě a lidé z údolí zase nosí vodu v konvích z horního pramene, jako to
dělali jejich prarodiče předtím, než se tu položily trubky.

Inženýři, které si zavolala rada, našli rez ve dvou ze čtyř šachet. Navrhli obě zavřít ještě před zimou a vykopat
novou dál na východ, kde země drží více vody, než si kdo myslel.

Sedláci přesvědčeni nejsou. Několik z nich si pamatuje sucho před třiceti lety, kdy byla nová šachta slíbena,
zaplacena a zapomenuta, a teď chtějí písemnou záruku, než budou souhlasit s jediným dnem kopání.
""",
    "da": """
De gamle pumper ved møllen er tørret ud for tredje sommer i træk, og folk i dalen er igen begyndt at bære vand i
dunke fra den øverste kilde, som deres bedsteforældre gjorde, før rørene blev lagt.

Ingeniører, som rådet havde kaldt ind, fandt rust i to af de fire skakter. De foreslog at lukke dem begge før
vinteren og grave en ny længere mod øst, hvor jorden holder mere vand, end nogen havde troet.

Bønderne er ikke overbevist. Flere af dem husker tørken for tredive år siden, da en ny skakt blev lovet, betalt og
glemt, og nu vil de have en skriftlig garanti, før de går med til en eneste dags gravearbejde.
""",
    "no": """
De gamle pumpene ved mølla har tørket ut for tredje sommer på rad, og folk i dalen har igjen begynt å bære vann i
kanner fra den øverste kilden, slik besteforeldrene deres gjorde før rørene ble lagt.

Ingeniører som rådet hadde kalt inn, fant rust i to av de fire sjaktene. De foreslo å stenge begge før vinteren og
grave en ny lenger øst, der bakken holder mer vann enn noen hadde trodd.

Bøndene er ikke overbevist. Flere av dem husker tørken for tretti år siden, da en ny sjakt ble lovet, betalt og
glemt, og nå vil de ha en skriftlig garanti før de går med på en eneste dag med graving.
""",
    "ro": """
Pompele vechi de lângă moară au secat pentru a treia vară la rând, iar oamenii din vale au început din nou să care
apă în bidoane de la izvorul de sus, așa cum făceau bunicii lor înainte să fie puse țevile.

Inginerii chemați de consiliu au găsit rugină în două dintre cele patru puțuri. Ei au propus ca ambele să fie închise
înainte de iarnă și să se sape unul nou mai la est, unde pământul ține mai multă apă decât credea cineva.

Țăranii nu sunt convinși. Mai mulți dintre ei își amintesc seceta de acum treizeci de ani, când un puț nou a fost
promis, plătit și uitat, și acum cer o garanție scrisă înainte să accepte o singură zi de săpat.
""",
    "vi": """
Những chiếc máy bơm cũ bên cối xay đã cạn nước ba mùa hè liên tiếp, và người dân trong thung lũng lại phải gánh nước
bằng can từ con suối phía trên, như ông bà họ đã làm trước khi có đường ống.

Các kỹ sư được hội đồng mời đến đã tìm thấy gỉ sét ở hai trong bốn giếng. Họ đề nghị đóng cả hai trước mùa đông và
đào một giếng mới ở phía đông, nơi đất giữ được nhiều nước hơn mọi người từng nghĩ.

Nông dân không tin điều đó. Nhiều người trong số họ còn nhớ trận hạn hán ba mươi năm về trước, khi một giếng mới được
hứa hẹn, trả tiền rồi bị lãng quên, và bây giờ họ muốn có một cam kết bằng văn bản trước khi đồng ý.
""",
}
"""The article by language: which wordings are looked for is decided by its words."""
BODIES = {lang: tuple(" ".join(part.split()) for part in text.split("\n\n")) for lang, text in TEXTS.items()}
PARAGRAPHS = BODIES["en"]


def html(
    *,
    top: str = "",
    middle: str = "",
    bottom: str = "",
    beside: str = "",
    footer: str = "",
    head: str = "",
    title: str = "Water for the valley",
    lang: str = "en",
    site: str = SITE,
) -> str:
    """An article page of `site`; `beside` follows the article, and all parts are HTML."""
    body = [f"<p>{text}</p>" for text in BODIES[lang]]
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title} - {site}</title>
<meta property="og:site_name" content="{site}"><meta property="og:url" content="https://{HOST}/water">
{head or f'<link rel="canonical" href="https://{HOST}/water">'}</head><body>
<header><nav><a href="/">Home</a> <a href="/valley">Valley</a>
<a href="https://{HOST}/about">About us</a></nav></header>
<main><article><h1>{title}</h1>
{top}
{"".join(body[:2])}
{middle}
{"".join(body[2:])}
{bottom}
</article>
{beside}
</main><footer>{footer or f"<p>© 2026 {site}. All rights reserved. <a href='/privacy'>Privacy</a></p>"}</footer>
</body></html>
"""


def markdown(*, top: str = "", bottom: str = "", front: str = "title: Water for the valley") -> str:
    """A post with front matter."""
    return "\n\n".join(filter(None, [f"---\n{front}\n---", top, *PARAGRAPHS, bottom])) + "\n"


def page(text: str, *, url: str | None = None, profile: SiteProfile | None = None, main_text: bool = False) -> Page:
    """Read a page with every fact: HTML, or a post if it begins with front matter."""
    name = "post.md" if text.startswith("---") else "page.html"
    document = read(name, text.encode(), url=url)
    assert isinstance(document, Document), document
    return page_of(document, profile=profile, thorough=True, main_text=main_text).whole()

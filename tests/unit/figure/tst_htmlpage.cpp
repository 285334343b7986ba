#include "figure/content.h"
#include "somenotes.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace dateline;

class TestHtmlPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWellFormedWhateverSourcesSay_data();
    void isWellFormedWhateverSourcesSay();
    void holdsTheFigureAndItsText();
    void tellsEveryIncidentInATable();
    void linksOnlyWhatIsOfTheWeb_data();
    void linksOnlyWhatIsOfTheWeb();
    void leavesOutWhatIsKeptBack();
    void listsNotesDrawnByHand();

private:
    QTemporaryDir m_folder;
};

namespace
{

struct Element
{
    QString name;
    QXmlStreamAttributes attributes;
    QString text; ///< With that of the elements in it.

    [[nodiscard]] QString value(QLatin1StringView key) const { return attributes.value(key).toString(); }
};

struct Page
{
    std::vector<Element> elements; ///< By their ends.
    QString error;

    [[nodiscard]] std::vector<Element> named(QStringView name) const
    {
        std::vector<Element> found;
        std::ranges::copy_if(elements, std::back_inserter(found), [&](const Element &e) { return e.name == name; });
        return found;
    }
};

Page read(const QByteArray &bytes)
{
    Page page;
    std::vector<Element> open;
    QXmlStreamReader reader(bytes);
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement: open.push_back({reader.name().toString(), reader.attributes(), {}}); break;
        case QXmlStreamReader::Characters:
            for (Element &element : open)
                element.text += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            page.elements.push_back(open.back());
            open.pop_back();
            break;
        default: break;
        }
    }
    page.error = reader.errorString();
    return page;
}

IncidentEvidence incidentSaying(int number, const QString &words)
{
    IncidentEvidence row;
    row.incident.id = IncidentId{number};
    row.incident.title = u"Title: "_s + words;
    const UtcMinute begin = *utcFromIso(u"2022-09-12T20:05Z") + std::chrono::minutes(number);
    row.incident.when = When{{begin, begin + std::chrono::minutes(1), TimePrecision::Minute}, u"UTC+04:00"_s, {}};
    row.incident.where = Where{u"Place %1"_s.arg(number), u"Syunik"_s, u"AM"_s, pointGeometry({46.0 + number, 39.5}),
                               LocationPrecision::Near,   5000,        {}};
    Quote quote;
    quote.id = QuoteId{number};
    quote.document = DocumentId{1};
    quote.exact = words;
    quote.speaker = u"Speaker: "_s + words;
    row.claims.emplace_back(Claim{ClaimId{number}, row.incident.id, quote.id, Stance::Reports}, quote);
    return row;
}

Document sourceAt(const QString &address, const QString &title = u"A statement"_s)
{
    Document document;
    document.id = DocumentId{1};
    document.title = title;
    document.publisher = u"A ministry"_s;
    document.address = address;
    document.textSha256 = sha256Of(title);
    return document;
}

} // namespace

void TestHtmlPage::isWellFormedWhateverSourcesSay_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("plain") << u"Shells fell on the town"_s;
    QTest::newRow("script") << u"</td><script>alert('1')</script>"_s;
    QTest::newRow("image") << u"<img src=x onerror=alert(1)>"_s;
    QTest::newRow("attribute") << u"\" onload=\"alert(1)\" x='"_s;
    QTest::newRow("entity") << u"&lt;b&gt; &amp; &unknown; &#60;"_s;
    QTest::newRow("comment") << u"<!-- --> <![CDATA[ ]]> ]]>"_s;
    QTest::newRow("end of a style") << u"</style></head><body onload=alert(1)>"_s;
    QTest::newRow("template") << u"${x} {{x}} <?php ?>"_s;
    QTest::newRow("Arabic") << u"قصف على البلدة"_s;
    QTest::newRow("two UTF-16 units") << u"𝔊𝔬𝔯𝔦𝔰 😀"_s;
    QTest::newRow("control") << u"bell \u0007, null \u0000, escape \u001b"_s;
    QTest::newRow("no character") << u"half \xd83d a pair, \xffff"_s;
}

void TestHtmlPage::isWellFormedWhateverSourcesSay()
{
    QFETCH(const QString, words);
    FigureSpec spec;
    spec.dpi = 96;
    spec.title = u"Figure: "_s + words;
    spec.credit = u"Credit: "_s + words;
    const Document document = sourceAt(u"https://example.org/?q="_s + words, words);
    const FigureContent content = figureContent(std::vector{incidentSaying(1, words)}, {&document, 1}, nullptr);
    const QString path = m_folder.filePath(u"page.html"_s);
    QVERIFY(writeFigure(path, spec, content));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("<!DOCTYPE html><html"));
    const Page page = read(bytes);
    QCOMPARE(page.error, QString());
    // What HTML takes for the end of a style may not stand in it, and no reader of HTML knows XML's sections.
    QCOMPARE(bytes.count("</style"), 1);
    QVERIFY(!bytes.contains("<![CDATA["));
    for (const Element &element : page.elements) {
        static const QStringList known{u"a"_s,      u"blockquote"_s, u"body"_s,   u"cite"_s, u"code"_s, u"div"_s,
                                       u"figure"_s, u"figcaption"_s, u"footer"_s, u"h1"_s,   u"h2"_s,   u"head"_s,
                                       u"html"_s,   u"img"_s,        u"li"_s,     u"main"_s, u"meta"_s, u"section"_s,
                                       u"style"_s,  u"table"_s,      u"tbody"_s,  u"td"_s,   u"th"_s,   u"thead"_s,
                                       u"title"_s,  u"tr"_s,         u"ul"_s};
        QVERIFY2(known.contains(element.name), qPrintable(element.name));
        for (const QXmlStreamAttribute &attribute : element.attributes)
            QVERIFY2(!attribute.name().startsWith(u"on"), qPrintable(attribute.name().toString()));
    }
    const QString quoted = page.named(u"blockquote").at(0).text;
    const bool isText = std::ranges::none_of(words, [](QChar sign) { return sign < u' ' || sign == QChar(0xffff); });
    if (isText)
        QVERIFY2(quoted.contains(words), qPrintable(quoted));
    else
        QVERIFY2(quoted.contains(QChar::ReplacementCharacter), qPrintable(quoted));
}

void TestHtmlPage::holdsTheFigureAndItsText()
{
    const Document document = sourceAt(u"https://example.org/a"_s);
    FigureSpec spec;
    spec.dpi = 192;
    const QString path = m_folder.filePath(u"whole.html"_s);
    const FigureContent content =
        figureContent(std::vector{incidentSaying(1, u"Shells fell"_s)}, {&document, 1}, nullptr);
    const Result<FigureReport> report = writeFigure(path, spec, content);
    QVERIFY(report);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Page page = read(file.readAll());
    const std::vector<Element> images = page.named(u"img");
    QCOMPARE(images.size(), std::size_t{1});
    QCOMPARE(images[0].value("alt"_L1), report->alternativeText);
    const QString data = images[0].value("src"_L1);
    const QString kind = u"data:image/png;base64,"_s;
    QVERIFY(data.startsWith(kind));
    const QImage image = QImage::fromData(QByteArray::fromBase64(data.sliced(kind.size()).toLatin1()));
    QCOMPARE(image.size(), QSize(3200, 2000));
    QCOMPARE(page.named(u"title").at(0).text, report->title);
    QVERIFY(page.named(u"style").at(0).text.contains(u"prefers-color-scheme: dark"));
    QVERIFY(page.named(u"script").empty());
    QVERIFY(page.named(u"html").at(0).value("lang"_L1) == u"en");
}

void TestHtmlPage::tellsEveryIncidentInATable()
{
    std::vector<IncidentEvidence> rows{incidentSaying(2, u"Second words"_s), incidentSaying(1, u"First words"_s),
                                       incidentSaying(3, u"Third words"_s)};
    rows[2].incident.where.reset();
    const Document document = sourceAt(u"https://example.org/a"_s);
    const QString path = m_folder.filePath(u"table.html"_s);
    QVERIFY(writeFigure(path, FigureSpec{}, figureContent(rows, {&document, 1}, nullptr)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Page page = read(file.readAll());
    const std::vector<Element> lines = page.named(u"tr");
    QCOMPARE(lines.size(), std::size_t{4});
    QVERIFY2(lines[1].text.startsWith(u"1Title: First words13 Sep 2022, 00:06 UTC+4Place 1, Syunik"),
             qPrintable(lines[1].text));
    QVERIFY(lines[2].text.contains(u"“Second words”"));
    QVERIFY(lines[2].text.contains(u"Speaker: Second words [a]"));
    QVERIFY(lines[3].text.startsWith(u"not on the map"));
    QVERIFY(lines[3].text.contains(u"no place stated"));
    QStringList ids;
    for (const Element &element : page.elements) {
        if (const QString id = element.value("id"_L1); !id.isEmpty()) {
            QVERIFY2(!ids.contains(id), qPrintable(id));
            ids.append(id);
        }
    }
    for (const Element &link : page.named(u"a")) {
        const QString target = link.value("href"_L1);
        QVERIFY2(!target.startsWith(u'#') || ids.contains(target.sliced(1)), qPrintable(target));
    }
    for (const Element &heading : page.named(u"th"))
        QVERIFY(!heading.value("scope"_L1).isEmpty());
}

void TestHtmlPage::listsNotesDrawnByHand()
{
    const Document document = sourceAt(u"https://example.org/a"_s);
    const FigureContent content =
        figureContent(std::vector{incidentSaying(1, u"Shells fell"_s)}, {&document, 1}, nullptr);
    FigureSpec spec;
    spec.notes = someNotes();
    const QString path = m_folder.filePath(u"noted.html"_s);
    QVERIFY(writeFigure(path, spec, content));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Page page = read(file.readAll());
    QVERIFY(page.error.isEmpty());
    QStringList lines;
    for (const Element &item : page.named(u"li"))
        lines.append(item.text);
    QVERIFY(lines.contains(u"Movement: “Reinforcements, as the ministry said”"_s));
    QVERIFY(lines.contains(u"Front line"_s));
    QVERIFY(lines.contains(u"Text: “Draft, not for print”"_s));
    QCOMPARE(lines.size(), qsizetype{13}); // And the source.
}

void TestHtmlPage::linksOnlyWhatIsOfTheWeb_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isLink");
    QTest::newRow("https") << u"https://example.org/a?b=c&d=e#f"_s << true;
    QTest::newRow("http") << u"http://example.org/"_s << true;
    QTest::newRow("script") << u"javascript:alert(1)"_s << false;
    QTest::newRow("data") << u"data:text/html,<script>alert(1)</script>"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("no scheme") << u"example.org"_s << false;
    QTest::newRow("spaces before") << u"  javascript:alert(1)"_s << false;
    QTest::newRow("no host") << u"https:///a"_s << false;
    QTest::newRow("none") << QString() << false;
}

void TestHtmlPage::linksOnlyWhatIsOfTheWeb()
{
    QFETCH(const QString, address);
    QFETCH(const bool, isLink);
    const Document document = sourceAt(address);
    const QString path = m_folder.filePath(u"links.html"_s);
    QVERIFY(writeFigure(path, FigureSpec{},
                        figureContent(std::vector{incidentSaying(1, u"Shells fell"_s)}, {&document, 1}, nullptr)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Page page = read(file.readAll());
    QStringList targets;
    for (const Element &link : page.named(u"a"))
        targets.append(link.value("href"_L1));
    QCOMPARE(targets, isLink ? QStringList({u"#source-a"_s, address}) : QStringList({u"#source-a"_s}));
    QVERIFY(page.named(u"li").at(0).text.contains(address));
}

void TestHtmlPage::leavesOutWhatIsKeptBack()
{
    IncidentEvidence row = incidentSaying(1, u"Bodies lay in the street"_s);
    row.incident.graphic = true;
    row.claims.front().second.speaker = u"A witness"_s;
    const Document document = sourceAt(u"https://example.org/a"_s);
    const QString path = m_folder.filePath(u"graphic.html"_s);
    QVERIFY(writeFigure(path, FigureSpec{}, figureContent(std::vector{row}, {&document, 1}, nullptr)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString words = read(file.readAll()).named(u"blockquote").at(0).text;
    QVERIFY(!words.contains(u"Bodies"));
    QVERIFY(words.contains(u"hidden"));
}

QTEST_MAIN(TestHtmlPage)
#include "tst_htmlpage.moc"

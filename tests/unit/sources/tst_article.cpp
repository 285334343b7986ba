#include "sources/readers/readers.h"

#include <QFile>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray prose =
    "<p>Artillery shells struck the road bridge near Arvand early on Saturday, the governor said.</p>";
const QByteArray junk = "<p>We and our many partners store things on your device, and we would like you to agree.</p>";

QString textOf(const QByteArray &page)
{
    const SourcesRead read = readHtml(page, u"x.html"_s);
    return read.documents.empty() ? QString() : read.documents.front().text;
}

Document documentOf(const QByteArray &head)
{
    return readHtml("<html><head>" + head + "</head><body>" + prose, u"x.html"_s).documents.front();
}

QString dateOf(const Document &document)
{
    return document.published ? isoFromUtc(document.published->instant) : QString();
}

} // namespace

class TestArticle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheArticleAndNothingAroundIt()
    {
        QFile file(QStringLiteral(TEST_DATA_DIR "/sources/article.html"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(
            textOf(file.readAll()),
            u"Shells hit bridge near Arvand,\ntwo hurt\n\n"
            "Officials on both banks blame each other for the fire on the crossing, which carries most of the valley’s "
            "grain.\n\n4 March\n\n"
            "Artillery shells struck the road bridge near Arvand early on Saturday, wounding two drivers, the district "
            "governor said. “It began at ten past five and went on for an hour,” he told reporters.\n\n"
            "We fired at no bridge and at nobody who was on it.\n\n"
            "The ministry across the river denied it: “Not one gun was moved”.\n\n"
            "What is known\n\n"
            "The bridge is closed until at least Monday, the road service said.\nTwo lorries burned out.\n"
            "Bank\tHurt\nEast\t2\n\n"
            "First line\nsecond line\n\nAfter a gap\n\n"
            "The bridge on Saturday morning."_s);
    }

    void dropsWhatNamesItselfSomethingElse_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *before, const char *after) {
            QTest::newRow(before) << QByteArray(before) << QByteArray(after);
        };
        row("<nav>", "</nav>");
        row("<div id='cookie-notice'>", "</div>");
        row("<div class='js-cookieBanner x'>", "</div>");
        row("<section class=related_stories>", "</section>");
        row("<div role=complementary>", "</div>");
        row("<div hidden>", "</div>");
        row("<div style='color: red; display: none'>", "</div>");
        row("<script type='text/html'>", "</script>");
        row("<noscript>", "</noscript>");
        row("<footer>", "</footer>");
        row("<aside>", "</aside>");
        row("<form>", "</form>");
        row("<!--", "-->");
        row("<template>", "</template>");
        row("<span class='sr-only'>", "</span>");
    }
    void dropsWhatNamesItselfSomethingElse()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const QString text = textOf("<body>" + prose + before + junk + after + prose + prose);
        QVERIFY2(!text.contains(u"partners"), qPrintable(text));
        QCOMPARE(text.count(u"Artillery"), 3);
    }

    void keepsAnArticleThatStandsInAMisnamedPart_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("a form around the page") << "<form>"_ba;
        QTest::newRow("a body with a sidebar") << "<div class='has-sidebar'>"_ba;
        QTest::newRow("an aside") << "<aside>"_ba;
        QTest::newRow("a header") << "<header>"_ba;
    }
    void keepsAnArticleThatStandsInAMisnamedPart()
    {
        QFETCH(QByteArray, before);
        QCOMPARE(textOf("<body>" + before + prose + prose).count(u"Artillery"), 2);
    }

    void keepsBothHalvesAroundAnAdvertisement()
    {
        QCOMPARE(textOf("<body><div><div>" + prose + prose + "</div><div class=ad>" + junk + "</div><div>" + prose
                        + prose + "</div></div>")
                     .count(u"Artillery"),
                 4);
    }

    void keepsTheShortParagraphsOfAnArticle()
    {
        QCOMPARE(textOf("<body><p>Short.</p>" + prose + "<p>Shorter.</p>").count(u"\n\n"), 2);
        QCOMPARE(textOf("<body><div>Short.</div>" + prose + "<div>Shorter.</div>").count(u"\n\n"), 2);
    }

    void readsAPageWithoutProse() { QCOMPARE(textOf("<body><p>Short.<p>Words."), u"Short.\n\nWords."_s); }

    void leavesLineEndsOfSourceOutAndOfPreIn()
    {
        QCOMPARE(textOf("<p>one\n  two <b>three</b>&nbsp;four<pre>a\n  b</pre>"),
                 u"one two three\u00A0four\n\na\n  b"_s);
    }

    void readsAPageOfAHundredThousandNestedParts()
    {
        QVERIFY(textOf(QByteArray("<b>").repeated(20'000) + prose).contains(u"Artillery"));
    }

    void findsTheDate_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("date");
        const QByteArray jsonLd = "<script type='application/ld+json'>%1</script>";
        QTest::newRow("JSON-LD") << QByteArray(jsonLd).replace(
            "%1", R"({"@type": "Report", "datePublished": "2023-03-04T10:00:00Z", "dateModified": "2023-03-05"})")
                                 << u"2023-03-04T10:00Z"_s;
        QTest::newRow("JSON-LD in a list") << QByteArray(jsonLd).replace(
            "%1", R"([{"@type": "WebSite"}, {"@type": "LiveBlogPosting", "datePublished": "2023-03-04"}])")
                                           << u"2023-03-04T00:00Z"_s;
        QTest::newRow("JSON-LD that is damaged")
            << QByteArray(jsonLd).replace("%1", "{\"@type\": \"Report\",") + "<meta name=date content=2023-03-03>"
            << u"2023-03-03T00:00Z"_s;
        QTest::newRow("meta") << "<meta property='article:published_time' content='2023-03-04T10:00+0200'>"_ba
                              << u"2023-03-04T08:00Z"_s;
        QTest::newRow("of mail's form") << "<meta name=pubdate content='Sat, 04 Mar 2023 10:00:00 GMT'>"_ba
                                        << u"2023-03-04T10:00Z"_s;
        QTest::newRow("only changed") << "<meta property='article:modified_time' content='2023-03-04T10:00Z'>"_ba
                                      << u"2023-03-04T10:00Z"_s;
        QTest::newRow("an element") << "</head><body><time datetime='2023-03-04T10:00Z'>x</time>"_ba
                                    << u"2023-03-04T10:00Z"_s;
        QTest::newRow("an element of another article")
            << "</head><body><div class=related><time datetime='2020-01-01'>x</time></div>"_ba << QString();
        QTest::newRow("no date") << "<meta name=date content='soon'>"_ba << QString();
    }
    void findsTheDate()
    {
        QFETCH(QByteArray, head);
        QFETCH(QString, date);
        QCOMPARE(dateOf(documentOf(head)), date);
    }

    void takesNoChangeThatIsNotLater()
    {
        const QByteArray published = "<meta property='article:published_time' content='2023-03-04T10:00Z'>";
        const QByteArray changed = "<meta property='article:modified_time' content='%1'>";
        QVERIFY(!documentOf(published + QByteArray(changed).replace("%1", "2023-03-04T10:00Z")).modified);
        QVERIFY(!documentOf(published + QByteArray(changed).replace("%1", "2023-03-03")).modified);
        QVERIFY(!documentOf(QByteArray(changed).replace("%1", "2023-03-04T10:00Z")).modified);
    }

    void findsTheTitleAndTheAddress_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("address");
        const QString none;
        QTest::newRow("title") << "<title> A \n title </title>"_ba << u"A title"_s << none;
        QTest::newRow("publisher cut off")
            << "<title>A - b – The Paper</title><meta property=og:site_name content='The Paper'>"_ba << u"A - b"_s
            << none;
        QTest::newRow("the publisher's own page")
            << "<title>The Paper</title><meta property=og:site_name content='The Paper'>"_ba << u"The Paper"_s << none;
        QTest::newRow("headline") << "<title>x</title></head><body><h1>A <b>b</b></h1>"_ba << u"A b"_s << none;
        QTest::newRow("canonical") << "<link rel=canonical href='https://a.example/b'>"_ba << none
                                   << u"https://a.example/b"_s;
        QTest::newRow("relative to where it was saved from")
            << "<!-- saved from url=(0019)https://a.example/x --><link rel=canonical href='/b'>"_ba << none
            << u"https://a.example/b"_s;
        QTest::newRow("saved by an extension")
            << "<!--\n Page saved \n url: https://a.example/x \n saved date: y -->"_ba << none
            << u"https://a.example/x"_s;
        QTest::newRow("not an address") << "<link rel=canonical href='javascript:alert(1)'>"_ba << none << none;
    }
    void findsTheTitleAndTheAddress()
    {
        QFETCH(QByteArray, head);
        QFETCH(QString, title);
        QFETCH(QString, address);
        const Document document = documentOf(head);
        QCOMPARE(document.title, title);
        QCOMPARE(document.address, address);
    }
};

QTEST_GUILESS_MAIN(TestArticle)
#include "tst_article.moc"

#include "figurecase.h"

#include <QJsonArray>

#include <QImage>

using namespace Qt::StringLiterals;
using namespace dateline;

class TestCheckedFigure : public QObject, FigureCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void holdsAsLongAsTheCaseDoes_data();
    void holdsAsLongAsTheCaseDoes();
    void saysWhatChangedInTheCase_data();
    void saysWhatChangedInTheCase();
    void saysThatATextIsNotTheOneThatWasQuoted();
    void holdsWhenTheChangeIsTakenBack();
    void asksTheFilterOfTheFigure();
    void noticesAnotherPicture();
    void checksAPngWithoutItsSidecar();
    void checksAPdfWithoutItsSidecar();
    void tellsAnotherCase();
};

void TestCheckedFigure::holdsAsLongAsTheCaseDoes_data()
{
    QTest::addColumn<QString>("ending");
    for (const char *ending : {"png", "svg", "pdf", "jpg", "webp", "html", "tif", "kmz"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void TestCheckedFigure::holdsAsLongAsTheCaseDoes()
{
    QFETCH(const QString, ending);
    const QString file = path(u"figure."_s + ending);
    QCOMPARE(figure({path(u"case.gpkg"_s), file}), 0);
    QCOMPARE(verify(file), 0);
    QCOMPARE(verify(file + u".json"_s), 0);
    apply({Document{.title = u"Another"_s,
                    .text = u"Something else"_s,
                    .textSha256 = sha256Of(u"Something else"_s),
                    .bytesSha256 = sha256Of(QByteArray())}});
    QCOMPARE(verify(file), 0); // What is done elsewhere in the case does not touch the figure.
    Incident incident = m_case->incident(IncidentId{1}).value();
    incident.title = u"Another title"_s;
    apply({incident});
    QCOMPARE(verify(file), 1);
}

void TestCheckedFigure::saysWhatChangedInTheCase_data()
{
    using Alter = std::function<std::vector<Edit>(const Case &)>;
    QTest::addColumn<Alter>("alter");
    QTest::addColumn<QStringList>("sentences");
    const auto row = [](const char *name, const Alter &alter, const QStringList &sentences) {
        QTest::newRow(name) << alter << sentences;
    };
    const auto incident = [](void (*change)(Incident &)) -> Alter {
        return [change](const Case &file) -> std::vector<Edit> {
            Incident changed = file.incident(IncidentId{1}).value();
            change(changed);
            return {changed};
        };
    };
    const auto quote = [](void (*change)(Quote &)) -> Alter {
        return [change](const Case &file) -> std::vector<Edit> {
            Quote changed = file.evidence(IncidentId{1}).value().at(0).quote;
            change(changed);
            return {changed};
        };
    };
    row("nothing", [](const Case &) { return std::vector<Edit>(); }, {});
    row("removed", [](const Case &) { return std::vector<Edit>{RemoveIncident{IncidentId{1}}}; },
        {u"“Shelling of Goris” (number 1) is no longer in the case"_s});
    row("moved", incident([](Incident &i) { i.where->geometry = pointGeometry({46.34, 39.61}); }),
        {u"“Shelling of Goris” (number 1) was moved by 11.1 km"_s});
    row("placed elsewhere", incident([](Incident &i) { i.where->place = u"Verishen"_s; }),
        {u"“Shelling of Goris” (number 1) is placed at Verishen now, and at Goris on the figure"_s});
    row("known less precisely", incident([](Incident &i) { i.where->radiusMetres = 5000; }),
        {u"How precisely the place of “Shelling of Goris” (number 1) is known has changed"_s});
    row("placed nowhere", incident([](Incident &i) { i.where.reset(); }),
        {u"“Shelling of Goris” (number 1) is placed at no place now, and at Goris on the figure"_s});
    row("dated otherwise", incident([](Incident &i) { i.when->span.begin += std::chrono::minutes(-30); }),
        {u"“Shelling of Goris” (number 1) is dated "_s});
    row("dated no more", incident([](Incident &i) { i.when.reset(); }),
        {u"“Shelling of Goris” (number 1) is dated without a time now, and 13 Sep 2022, 00:05 UTC+4 on the figure"_s});
    row("titled otherwise", incident([](Incident &i) { i.title = u"Two killed in Goris"_s; }),
        {u"“Shelling of Goris” (number 1) is titled “Two killed in Goris” now"_s});
    row("of another kind", incident([](Incident &i) { i.kind = Kind::Battles; }),
        {u"“Shelling of Goris” (number 1) is of the kind “Battles” now, and of the kind “Explosions/Remote violence” on "
         "the figure"_s});
    row("sensitive", incident([](Incident &i) { i.sensitive = true; }),
        {u"“Shelling of Goris” (number 1) is marked as sensitive now: the figure tells more of its place than it "
         "should"_s});
    row("graphic", incident([](Incident &i) { i.graphic = true; }),
        {u"Words quoted for “Shelling of Goris” (number 1) are to be left out now, and the figure has them: “Shells fell "
         "on Goris at night.”"_s});
    row("other words", quote([](Quote &q) { q.exact = u"Shells fell on Goris"_s; }),
        {u"Words quoted for “Shelling of Goris” (number 1) are “Shells fell on Goris” now, and “Shells fell on Goris at "
         "night.” on the figure"_s});
    row("another speaker", quote([](Quote &q) { q.speaker = u"A witness"_s; }),
        {u"Words quoted for “Shelling of Goris” (number 1) are said by “A witness” now, and by “The ministry” on the "
         "figure"_s});
    row("words removed",
        [](const Case &file) {
            return std::vector<Edit>{RemoveQuote{file.evidence(IncidentId{1}).value().at(0).quote.id}};
        },
        {u"Words quoted for “Shelling of Goris” (number 1) are no longer tied to it: “Shells fell on Goris at night.”"_s});
    row("denied",
        [](const Case &file) {
            Claim claim = file.evidence(IncidentId{1}).value().at(0).claim;
            claim.stance = Stance::Denies;
            return std::vector<Edit>{claim};
        },
        {u"What words quoted for “Shelling of Goris” (number 1) do for it is “denies” now, and “reports” on the figure"_s});
    row("new words",
        [](const Case &file) {
            const Quote first = file.evidence(IncidentId{1}).value().at(0).quote;
            const qsizetype begin = text.indexOf(u"Nothing burnt."_s);
            Quote added = quoteFrom(first.document, text, {begin, begin + 14}).value();
            added.id = QuoteId{-1};
            return std::vector<Edit>{added, Claim{{}, IncidentId{1}, added.id, Stance::Disputes}};
        },
        {u"Words that the figure does not have are tied to “Shelling of Goris” (number 1) now: “Nothing burnt.”"_s});
    row("a new incident",
        [](const Case &) { return std::vector<Edit>{incidentAt(u"Jermuk"_s, {45.67, 39.84}, "2022-09-13T05:00Z")}; },
        {u"“Shelling of Jermuk”, 13 Sep 2022, 09:00 UTC+4, is not on the figure, and its filter would show it now"_s});
    row("another address",
        [](const Case &file) {
            Document document = file.document(file.evidence(IncidentId{1}).value().at(0).quote.document).value();
            document.address = u"https://example.org/b"_s;
            return std::vector<Edit>{document};
        },
        {u"What the case says of source [a] “A statement” has changed: “https://example.org/b” now, and "
         "“https://example.org/a” on the figure"_s});
    row("the source removed",
        [](const Case &file) {
            return std::vector<Edit>{RemoveDocument{file.evidence(IncidentId{1}).value().at(0).quote.document}};
        },
        {u"Words quoted for “Shelling of Goris” (number 1) are no longer tied to it: “Shells fell on Goris at night.”"_s,
         u"Words quoted for “Shelling of Sotk” (number 2) are no longer tied to it: “Sotk was hit at dawn.”"_s,
         u"Nothing on the figure rests on source [a] “A statement” any more"_s});
}

void TestCheckedFigure::saysWhatChangedInTheCase()
{
    QFETCH(const std::function<std::vector<Edit>(const Case &)>, alter);
    QFETCH(const QStringList, sentences);
    const QString file = path(u"figure.svg"_s);
    QCOMPARE(figure({path(u"case.gpkg"_s), file}), 0);
    apply(alter(*m_case));
    const QStringList said = changes(file);
    QVERIFY2(said.size() == sentences.size(), qPrintable(said.join(u'\n')));
    for (qsizetype i = 0; i < said.size(); ++i)
        QVERIFY2(said[i].startsWith(sentences[i]), qPrintable(said.join(u'\n')));
    QCOMPARE(verify(file), sentences.isEmpty() ? 0 : 1);
}

void TestCheckedFigure::saysThatATextIsNotTheOneThatWasQuoted()
{
    const QString file = path(u"figure.svg"_s);
    QCOMPARE(figure({path(u"case.gpkg"_s), file}), 0);
    QJsonObject sidecar = readSidecar(file)->object;
    QJsonArray sources = sidecar[u"sources"].toArray();
    QJsonObject source = sources[0].toObject();
    source[u"textSha256"] = QString(64, u'0');
    sources[0] = source;
    sidecar[u"sources"] = sources;
    const QStringList said = changesSince(sidecar, figureContentOf(*m_case, FigureSpec{}, nullptr).value());
    QCOMPARE(said.size(), 1);
    QVERIFY(
        said[0].startsWith(u"The text of source [a] “A statement” is not the one that was quoted: its SHA-256 is "_s));
}

void TestCheckedFigure::holdsWhenTheChangeIsTakenBack()
{
    const QString file = path(u"figure.svg"_s);
    QCOMPARE(figure({path(u"case.gpkg"_s), file}), 0);
    apply({RemoveIncident{IncidentId{1}}});
    QCOMPARE(verify(file), 1);
    QVERIFY(m_case->undo());
    QCOMPARE(verify(file), 0);
}

void TestCheckedFigure::asksTheFilterOfTheFigure()
{
    FigureSpec spec;
    spec.filter.words = u"GORIS"_s;
    spec.filter.area = FilterArea{{46.3, 39.5}, 30'000, {}};
    const QString file = path(u"filtered.svg"_s);
    {
        const Result<FigureContent> content = figureContentOf(*m_case, spec, nullptr);
        QVERIFY(content);
        const Result<FigureReport> report = writeFigure(file, spec, *content);
        QVERIFY(report);
        QCOMPARE(report->count.filtered, 1);
    }
    QCOMPARE(verify(file), 0);
    // What the filter leaves out is not told beside the figure, and is free to change.
    QVERIFY(!bytesOf(file + u".json"_s).contains("Sotk"));
    Incident other = m_case->incident(IncidentId{2}).value();
    other.title = u"Something else"_s;
    apply({other});
    QCOMPARE(verify(file), 0);
    apply({incidentAt(u"Goris"_s, {10, 50}, "2022-09-13T05:00Z")}); // Not in the area.
    QCOMPARE(verify(file), 0);
    apply({incidentAt(u"Goris"_s, {46.35, 39.52}, "2022-09-13T05:00Z")});
    QCOMPARE(verify(file), 1);
}

void TestCheckedFigure::noticesAnotherPicture()
{
    const QString file = path(u"figure.svg"_s);
    QCOMPARE(figure({path(u"case.gpkg"_s), file}), 0);
    QByteArray svg = bytesOf(file);
    QVERIFY(svg.contains("Goris"));
    write(file, svg.replace("Goris", "Gorus"));
    QCOMPARE(verify(file), 1);
    QCOMPARE(changes(file), QStringList());
}

void TestCheckedFigure::checksAPngWithoutItsSidecar()
{
    const QString file = path(u"figure.png"_s);
    QCOMPARE(figure({path(u"case.gpkg"_s), file, u"--dpi"_s, u"96"_s}), 0);
    QVERIFY(QFile::remove(file + u".json"_s));
    QCOMPARE(verify(file), 0);
    QImage image(file);
    image.setPixelColor(700, 400, Qt::red);
    QVERIFY(image.save(file, "png")); // Which keeps what it tells.
    QVERIFY(!image.text(u"Dateline figure"_s).isEmpty());
    QCOMPARE(verify(file), 1);
    QImage bare = image.copy();
    for (const QString &key : bare.textKeys())
        bare.setText(key, {});
    QVERIFY(bare.save(file, "png"));
    QCOMPARE(verify(file), 2);
}

void TestCheckedFigure::checksAPdfWithoutItsSidecar()
{
    const QString file = path(u"figure.pdf"_s);
    QCOMPARE(figure({path(u"case.gpkg"_s), file}), 0);
    QVERIFY(QFile::remove(file + u".json"_s));
    QCOMPARE(verify(file), 0);
    const QByteArray pdf = bytesOf(file);
    // Another page of the same length, such as an editor of bytes makes.
    QByteArray altered = pdf;
    altered.replace("/MediaBox [ 0 0 ", "/MediaBox [ 0 9 ");
    QVERIFY(altered != pdf);
    write(file, altered);
    QCOMPARE(verify(file), 1);
    write(file, pdf.first(pdf.size() / 2));
    QCOMPARE(verify(file), 2);
    write(file, pdf);
    apply({RemoveIncident{IncidentId{1}}});
    QCOMPARE(verify(file), 1);
}

void TestCheckedFigure::tellsAnotherCase()
{
    const QString file = path(u"figure.svg"_s);
    QCOMPARE(figure({path(u"case.gpkg"_s), file}), 0);
    const QString other = path(u"other.gpkg"_s);
    QVERIFY(createCase(other, u"Another"_s));
    QCOMPARE(runCommand({u"verify"_s, file, other}), 1);
    // Even where it holds the very same, as an older copy does.
    const QString older = path(u"older.gpkg"_s);
    QVERIFY(copyCase(*m_case, older));
    apply({incidentAt(u"Jermuk"_s, {45.67, 39.84}, "2022-09-13T05:00Z")});
    QVERIFY(m_case->undo());
    QCOMPARE(figure({path(u"case.gpkg"_s), file}), 0);
    QCOMPARE(verify(file), 0);
    QCOMPARE(runCommand({u"verify"_s, file, older}), 1);
}

QTEST_MAIN(TestCheckedFigure)
#include "tst_checkedfigure.moc"

#include "casedata.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

class TestCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(QStringLiteral("my case © 50% #1?.gpkg"));
        m_case = taken(createCase(m_path, QStringLiteral("Сентябрь 2022")));
    }
    void cleanup()
    {
        m_case.reset();
        m_folder.reset();
    }

    void makesAnEmptyCaseThatIsOneFile()
    {
        QCOMPARE(m_case->title(), QStringLiteral("Сентябрь 2022"));
        QCOMPARE(m_case->path(), m_path);
        QVERIFY(!m_case->isReadOnly());
        QVERIFY(m_case->incidents().value().empty());
        QVERIFY(m_case->documents().value().empty());
        QVERIFY(m_case->supports().value().empty());
        m_case.reset();
        QCOMPARE(filesLeft(), QStringList{QFileInfo(m_path).fileName()});
    }

    void leavesOneFileAfterEdits()
    {
        apply({sampleIncident()});
        QVERIFY(QFile::exists(m_path + QStringLiteral("-wal")));
        m_case.reset();
        QCOMPARE(filesLeft(), QStringList{QFileInfo(m_path).fileName()});
    }

    void looksAtACaseWithoutChangingAByte()
    {
        apply({sampleIncident()});
        m_case.reset();
        const QByteArray before = bytesOf(m_path);
        m_case = taken(openCase(m_path));
        QCOMPARE(m_case->incidents().value().size(), 1U);
        QVERIFY(m_case->search(QStringLiteral("word"), 5).has_value());
        m_case.reset();
        QCOMPARE(bytesOf(m_path), before);
    }

    void bringsEveryFieldBackAfterReopening()
    {
        Document document = sampleDocument();
        document.id = DocumentId{-5};
        Incident incident = sampleIncident();
        incident.id = IncidentId{-5};
        const qsizetype at = document.text.indexOf(QString::fromUtf8("𝔊"));
        Quote quote = quoteFrom(document.id, document.text, {at, at + 8}, QStringLiteral("the ministry")).value();
        quote.id = QuoteId{-5};
        FigureSpec figure = sampleFigure();
        const Claim claim{ClaimId{}, incident.id, quote.id, Stance::Denies};
        const Decision decision{document.id, QStringLiteral("key/1"), true};
        // Edits may name rows that come later.
        const Changed changed = apply({claim, decision, quote, incident, figure, document});
        reopen();

        document.id = changed.documents.at(0);
        incident.id = changed.incidents.at(0);
        quote.id = changed.quotes.at(0);
        quote.document = document.id;
        figure.id = changed.figures.at(0);
        QCOMPARE(m_case->document(document.id).value(), document);
        QCOMPARE(m_case->incident(incident.id).value(), incident);
        QCOMPARE(m_case->incidents().value(), std::vector{incident});
        QCOMPARE(m_case->quotesIn(document.id).value(), std::vector{quote});
        QCOMPARE(m_case->figures().value(), std::vector{figure});
        const Claim stored{changed.claims.at(0), incident.id, quote.id, Stance::Denies};
        QCOMPARE(m_case->claimsOn(quote.id).value(), std::vector{stored});
        QCOMPARE(m_case->decisions(document.id).value(),
                 (std::vector{Decision{document.id, QStringLiteral("key/1"), true}}));
        QCOMPARE(m_case->evidence(incident.id).value(),
                 (std::vector{Evidence{stored, quote, document.title, document.published, true}}));
        const DocumentSummary summary = m_case->documents().value().at(0);
        QCOMPARE(summary.name, document.title);
        QCOMPARE(summary.publisher, document.publisher);
        QCOMPARE(summary.published, document.published);
        QCOMPARE(summary.quotes, 1);
    }

    void bringsBackAnIncident_data()
    {
        QTest::addColumn<Incident>("incident");
        const Incident full = sampleIncident();
        QTest::newRow("nothing stated") << Incident{};
        Incident one = full;
        one.when.reset();
        QTest::newRow("no time") << one;
        one = full;
        one.where.reset();
        QTest::newRow("no place") << one;
        one = full;
        one.where->geometry = Geometry{};
        QTest::newRow("a place by name alone") << one;
        for (const auto precision :
             {TimePrecision::Hour, TimePrecision::PartOfDay, TimePrecision::Week, TimePrecision::Year}) {
            one = full;
            one.when->span = {minuteAt("0001-01-01T00:00Z"), minuteAt("9999-12-31T23:59Z"), precision};
            QTest::newRow(qPrintable(keyOf(precision))) << one;
        }
        one = full;
        one.where->geometry = {Geometry::Type::Line, {{{-180, -90}, {180, 90}}}};
        QTest::newRow("line") << one;
        one.where->geometry = {Geometry::Type::Line, {{{1, 1}, {2, 2}}, {{3, 3}, {4, 4}, {5, 5}}}};
        QTest::newRow("lines") << one;
        one.where->geometry = {Geometry::Type::Polygon, {square(0, 0, 1)}};
        QTest::newRow("area") << one;
        one.where->geometry = {Geometry::Type::Polygon, {square(0, 0, 9), square(1, 1, 2), square(5, 5, 2)}};
        QTest::newRow("area with two holes") << one;
        one.where->geometry = {Geometry::Type::Polygon, {square(0, 0, 9), square(1, 1, 2), square(20, 20, 1)}};
        QTest::newRow("area with a hole and an island") << one;
        one.where->geometry = {Geometry::Type::Polygon, {}};
        QTest::newRow("area without rings") << one;
        one = full;
        one.notes = QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b\r\n\t\\\"'; DROP TABLE incident; --");
        QTest::newRow("letters that break things") << one;
    }
    void bringsBackAnIncident()
    {
        QFETCH(Incident, incident);
        incident.id = apply({incident}).incidents.at(0);
        QCOMPARE(m_case->incident(incident.id).value(), incident);
        QVERIFY(m_case->undo().has_value());
        QVERIFY(m_case->redo().has_value());
        QCOMPARE(m_case->incident(incident.id).value(), incident);
    }

    void bringsBackEveryKind()
    {
        std::vector<Edit> edits;
        for (int i = 0; i < subKindCount; ++i) {
            Incident incident = sampleIncident();
            incident.subKind = static_cast<SubKind>(i);
            incident.kind = kindOf(*incident.subKind);
            edits.emplace_back(incident);
        }
        apply(edits);
        const std::vector<Incident> back = m_case->incidents().value();
        QCOMPARE(back.size(), edits.size());
        for (std::size_t i = 0; i < back.size(); ++i) {
            QCOMPARE(back[i].subKind, std::get<Incident>(edits[i]).subKind);
            QCOMPARE(back[i].kind, std::get<Incident>(edits[i]).kind);
        }
    }

    void ordersIncidentsByTimeThenUndated()
    {
        Incident late = sampleIncident();
        late.when->span = {minuteAt("2023-01-01T00:00Z"), minuteAt("2023-01-02T00:00Z"), TimePrecision::Day};
        Incident undated = sampleIncident();
        undated.when.reset();
        const Incident early = sampleIncident();
        apply({undated, late, early, undated});
        std::vector<std::int64_t> ids;
        const std::vector<Incident> incidents = m_case->incidents().value();
        for (const Incident &incident : incidents)
            ids.push_back(numberOf(incident.id));
        QCOMPARE(ids, (std::vector<std::int64_t>{3, 2, 1, 4}));
    }

    void keepsOriginalBytesThatAreNotTheText()
    {
        Document document = sampleDocument();
        document.text = QStringLiteral("two\nlines");
        document.bytes = QByteArray("two\r\nlines\0\xff", 12);
        document.textSha256.clear();
        document.bytesSha256.clear();
        document.id = apply({document}).documents.at(0);
        reopen();
        const Document back = m_case->document(document.id).value();
        QCOMPARE(back.text, document.text);
        QCOMPARE(back.bytes, document.bytes);
        QCOMPARE(back.textSha256, sha256Of(document.text));
        QCOMPARE(back.bytesSha256, sha256Of(document.bytes));
    }

    void keepsAnEmptyDocument()
    {
        Document document;
        document.id = apply({document}).documents.at(0);
        QCOMPARE(m_case->document(document.id).value().text, QString());
        QVERIFY(m_case->document(document.id).value().bytes.isEmpty());
    }

    void storesLargeDocumentsOnceHoweverOftenTheyComeAndGo()
    {
        Document document;
        document.text = QString(4 * 1024 * 1024, u'x');
        document.bytes = document.text.toUtf8();
        const DocumentId id = apply({document}).documents.at(0);
        for (int i = 0; i < 3; ++i) {
            apply({RemoveDocument{id}});
            QVERIFY(m_case->undo().has_value());
        }
        QCOMPARE(m_case->document(id).value().text, document.text);
        m_case.reset();
        QVERIFY(QFileInfo(m_path).size() < 10 * 1024 * 1024);
    }

    void refusesToChangeADocumentsText()
    {
        Document document = sampleDocument();
        document.id = apply({document}).documents.at(0);
        Document other = document;
        other.text += QLatin1Char('!');
        other.textSha256.clear();
        QCOMPARE(m_case->apply({QString(), {other}}).error().kind, Error::Kind::Conflict);
        document.title = QStringLiteral("Corrected title");
        apply({document});
        QCOMPARE(m_case->document(document.id).value(), document);
    }

    void givesOneRowToTheSameQuote()
    {
        const Document document = stored(sampleDocument());
        const Incident incident = stored(sampleIncident());
        Quote quote = quoteFrom(document.id, document.text, {0, 5}).value();
        const QuoteId first = apply({quote}).quotes.at(0);
        quote.id = QuoteId{-1};
        const Changed again = apply({quote, Claim{{}, incident.id, quote.id, Stance::Adds}});
        QCOMPARE(again.quotes, std::vector{first});
        QCOMPARE(m_case->evidence(incident.id).value().at(0).quote.id, first);
        quote.speaker = QStringLiteral("another");
        QVERIFY(apply({quote}).quotes.at(0) != first);
        QCOMPARE(m_case->quotesIn(document.id).value().size(), 2U);
    }

    void saysWhenAQuoteDoesNotStandInItsDocument()
    {
        const Document document = stored(sampleDocument());
        const Incident incident = stored(sampleIncident());
        Quote quote = quoteFrom(document.id, document.text, {0, 5}).value();
        quote.exact = QStringLiteral("first");
        quote.id = QuoteId{-1};
        apply({quote, Claim{{}, incident.id, quote.id, Stance::Reports}});
        QVERIFY(!m_case->evidence(incident.id).value().at(0).matches);
    }

    void countsQuotesAndDocumentsBehindAnIncident()
    {
        const Document one = stored(sampleDocument());
        Document copy = sampleDocument();
        copy.title = QStringLiteral("Another paper, the same words");
        const Document two = stored(copy);
        const Incident incident = stored(sampleIncident());
        std::vector<Edit> edits;
        int next = -1;
        for (const Document &document : {one, two}) {
            for (const TextSpan span : {TextSpan{0, 5}, TextSpan{6, 10}}) {
                Quote quote = quoteFrom(document.id, document.text, span).value();
                quote.id = QuoteId{next--};
                edits.emplace_back(quote);
                edits.emplace_back(Claim{{}, incident.id, quote.id, Stance::Reports});
            }
        }
        apply(edits);
        const auto supports = m_case->supports().value();
        QCOMPARE(supports.size(), 1U);
        QCOMPARE(supports[0].first, incident.id);
        QCOMPARE(supports[0].second.quotes, 4);
        QCOMPARE(supports[0].second.documents, 2);
    }

    void removesAnIncidentWithItsClaims()
    {
        const auto [document, quote, incident, claim] = storedClaim();
        const Changed changed = apply({RemoveIncident{incident}});
        QCOMPARE(changed.claims, std::vector{claim});
        QCOMPARE(changed.incidents, std::vector{incident});
        QVERIFY(changed.quotes.empty());
        QCOMPARE(m_case->incident(incident).error().kind, Error::Kind::NotFound);
        QVERIFY(m_case->claimsOn(quote).value().empty());
        QCOMPARE(m_case->quotesIn(document).value().size(), 1U);
    }

    void removesADocumentWithAllThatRestsOnIt()
    {
        const auto [document, quote, incident, claim] = storedClaim();
        apply({Decision{document, QStringLiteral("k"), false}});
        const std::vector<Evidence> evidence = m_case->evidence(incident).value();
        const Changed changed = apply({RemoveDocument{document}});
        QCOMPARE(changed.documents, std::vector{document});
        QCOMPARE(changed.quotes, std::vector{quote});
        QCOMPARE(changed.claims, std::vector{claim});
        QCOMPARE(changed.incidents, std::vector{incident});
        QCOMPARE(changed.decided, std::vector{document});
        QCOMPARE(m_case->document(document).error().kind, Error::Kind::NotFound);
        QVERIFY(m_case->evidence(incident).value().empty());
        QVERIFY(m_case->search(QStringLiteral("jermuk"), 9).value().empty());
        QVERIFY(m_case->undo().has_value());
        QCOMPARE(m_case->evidence(incident).value(), evidence);
        QCOMPARE(m_case->decisions(document).value().size(), 1U);
        QCOMPARE(m_case->search(QStringLiteral("jermuk"), 9).value().size(), 1U);
    }

    void decidesOnceOnAProposal()
    {
        const Document document = stored(sampleDocument());
        apply({Decision{document.id, QStringLiteral("k"), false}});
        const Changed changed = apply({Decision{document.id, QStringLiteral("k"), true}});
        QCOMPARE(changed.decided, std::vector{document.id});
        QCOMPARE(m_case->decisions(document.id).value(),
                 (std::vector{Decision{document.id, QStringLiteral("k"), true}}));
        apply({RemoveDecision{document.id, QStringLiteral("k")}});
        QVERIFY(m_case->decisions(document.id).value().empty());
    }

    void refusesAChangeAndLeavesAllAsItWas_data()
    {
        QTest::addColumn<std::vector<Edit>>("edits");
        QTest::addColumn<Error::Kind>("kind");
        const auto row = [](const char *name, std::vector<Edit> edits, Error::Kind kind = Error::Kind::NotFound) {
            QTest::newRow(name) << edits << kind;
        };
        Incident incident = sampleIncident();
        incident.id = IncidentId{99};
        row("an incident that is not there", {incident});
        row("a claim on nothing", {Claim{{}, IncidentId{1}, QuoteId{99}, Stance::Adds}});
        row("a number that stands for nothing", {Claim{{}, IncidentId{-9}, QuoteId{1}, Stance::Adds}});
        row("a quote of nothing", {Quote{.document = DocumentId{99}}});
        row("a decision on nothing", {Decision{DocumentId{99}, QStringLiteral("k"), true}});
        row("removing what is not there", {RemoveFigure{FigureId{99}}});
        row("removing no decision", {RemoveDecision{DocumentId{1}, QStringLiteral("none")}});
        incident.id = IncidentId{-1};
        row("one number twice", {incident, incident}, Error::Kind::Malformed);
        incident.where->geometry = pointGeometry({181, 0});
        row("a place off the earth", {incident}, Error::Kind::Malformed);
        incident.where->geometry = pointGeometry({0, std::numeric_limits<double>::quiet_NaN()});
        row("no number as a place", {incident}, Error::Kind::Malformed);
        incident.where->geometry = {Geometry::Type::Point, {{{1, 1}}, {{2, 2}}}};
        row("two points", {incident}, Error::Kind::Malformed);
        incident = sampleIncident();
        incident.where->radiusMetres = std::numeric_limits<double>::infinity();
        row("an endless radius", {incident}, Error::Kind::Malformed);
        incident = sampleIncident();
        incident.when->span.end = incident.when->span.begin;
        row("no time at all", {incident}, Error::Kind::Malformed);
        incident.when->span.end = incident.when->span.begin + std::chrono::days(8000 * 366);
        row("a year of five digits", {incident}, Error::Kind::Malformed);
        Document document = sampleDocument();
        document.textSha256[0] = static_cast<char>(~document.textSha256[0]);
        row("a document with a wrong hash", {document}, Error::Kind::Malformed);
    }
    void refusesAChangeAndLeavesAllAsItWas()
    {
        QFETCH(std::vector<Edit>, edits);
        QFETCH(Error::Kind, kind);
        const auto [document, quote, incident, claim] = storedClaim();
        const QByteArray before = dump();
        const std::optional<QString> label = m_case->undoLabel();
        // Good edits before the bad one are taken back with it.
        edits.insert(edits.begin(), {Edit(sampleIncident()), Edit(RemoveClaim{claim}), Edit(sampleDocument())});
        const Result<Changed> refused = m_case->apply({QStringLiteral("Bad"), edits});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, kind);
        QVERIFY(refused.error().message.size() > 20);
        QVERIFY(!refused.error().message.endsWith(QLatin1Char('.')));
        QCOMPARE(dump(), before);
        QCOMPARE(m_case->undoLabel(), label);
        apply({sampleIncident()});
    }

    void findsNoRowThatIsNotThere()
    {
        QCOMPARE(m_case->incident(IncidentId{7}).error().kind, Error::Kind::NotFound);
        QCOMPARE(m_case->document(DocumentId{7}).error().kind, Error::Kind::NotFound);
        QVERIFY(m_case->evidence(IncidentId{7}).value().empty());
        QVERIFY(m_case->quotesIn(DocumentId{7}).value().empty());
    }

    void copiesTheOpenCaseAsItIsNow()
    {
        const Incident incident = stored(sampleIncident());
        const QString copy = m_folder->filePath(QStringLiteral("copy.gpkg"));
        QVERIFY(copyCase(*m_case, copy).has_value());
        apply({RemoveIncident{incident.id}});
        const std::unique_ptr<Case> copied = taken(openCase(copy));
        QCOMPARE(copied->title(), m_case->title());
        QCOMPARE(copied->incidents().value(), std::vector{incident});
        QCOMPARE(copied->undoLabel(), QStringLiteral("Test"));
        QVERIFY(copied->undo().has_value());
        QCOMPARE(copyCase(*m_case, copy).error().kind, Error::Kind::Conflict);
        QCOMPARE(copyCase(*m_case, m_folder->filePath(QStringLiteral("none/copy.gpkg"))).error().kind,
                 Error::Kind::Unwritable);
        QCOMPARE(sqlite(copy, "PRAGMA integrity_check; PRAGMA application_id"), "ok\n1196444487\n");
    }

private:
    struct StoredClaim
    {
        DocumentId document;
        QuoteId quote;
        IncidentId incident;
        ClaimId claim;
    };

    static std::unique_ptr<Case> taken(Result<std::unique_ptr<Case>> opened)
    {
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(*opened);
    }
    void reopen()
    {
        m_case.reset();
        m_case = taken(openCase(m_path));
    }
    Changed apply(std::vector<Edit> edits)
    {
        const Result<Changed> changed = m_case->apply({QStringLiteral("Test"), std::move(edits)});
        if (!changed)
            qFatal("%s", qPrintable(changed.error().message));
        return *changed;
    }
    Document stored(Document document)
    {
        document.id = apply({document}).documents.at(0);
        return document;
    }
    Incident stored(Incident incident)
    {
        incident.id = apply({incident}).incidents.at(0);
        return incident;
    }
    StoredClaim storedClaim()
    {
        const Document document = stored(sampleDocument());
        const Incident incident = stored(sampleIncident());
        Quote quote = quoteFrom(document.id, document.text, {0, 5}).value();
        quote.id = QuoteId{-1};
        const Changed changed = apply({quote, Claim{{}, incident.id, quote.id, Stance::Reports}});
        return {document.id, changed.quotes.at(0), incident.id, changed.claims.at(0)};
    }
    static FigureSpec sampleFigure()
    {
        FigureSpec figure;
        figure.title = QStringLiteral("Figure");
        figure.subtitle = QStringLiteral("Subtitle");
        figure.credit = QStringLiteral("Somebody");
        figure.widthPx = 800;
        figure.heightPx = 640;
        figure.dpi = 300;
        figure.box = LonLatBox{44.1, 38.9, 47.25, 41.0};
        figure.filter.kinds.reset(2);
        figure.filter.begin = minuteAt("2022-09-12T00:00Z");
        figure.filter.withoutTime = false;
        figure.dark = true;
        return figure;
    }
    static std::vector<LonLat> square(double west, double south, double side)
    {
        return {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south}};
    }
    QStringList filesLeft() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray sqlite(const QString &path, const char *sql)
    {
        QProcess process;
        process.start(QStringLiteral("sqlite3"), {path, QString::fromLatin1(sql)});
        if (!process.waitForFinished())
            qFatal("sqlite3 does not run");
        return process.readAllStandardOutput() + process.readAllStandardError();
    }
    // Everything the case holds, as SQL, seen by another process.
    QByteArray dump() const { return sqlite(m_path, ".dump"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Case> m_case;
};

QTEST_GUILESS_MAIN(TestCase)
#include "tst_case.moc"

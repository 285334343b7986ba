#include "casefixture.h"

using namespace dateline;

class TestCase : public QObject, CaseFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void makesAnEmptyCaseThatIsOneFile()
    {
        QCOMPARE(m_case->info().title, QStringLiteral("Сентябрь 2022"));
        QCOMPARE(m_case->path(), m_path);
        QVERIFY(!m_case->isReadOnly());
        QVERIFY(m_case->incidents().value().empty());
        QVERIFY(m_case->documents().value().empty());
        QVERIFY(m_case->supports({}).value().empty());
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
        Bookmark bookmark = sampleBookmark();
        const Claim claim{ClaimId{}, incident.id, quote.id, Stance::Denies};
        const Decision decision{document.id, QStringLiteral("key/1"), true};
        // Edits may name rows that come later.
        const Changed changed = apply({claim, decision, quote, incident, figure, bookmark, document});
        reopen();

        document.id = changed.documents.at(0);
        incident.id = changed.incidents.at(0);
        quote.id = changed.quotes.at(0);
        quote.document = document.id;
        figure.id = changed.figures.at(0);
        bookmark.id = changed.bookmarks.at(0);
        QCOMPARE(m_case->document(document.id).value(), document);
        QCOMPARE(m_case->incident(incident.id).value(), incident);
        QCOMPARE(m_case->incidents().value(), std::vector{incident});
        QCOMPARE(m_case->quotesIn(document.id).value(), std::vector{quote});
        QCOMPARE(m_case->figures().value(), std::vector{figure});
        QCOMPARE(m_case->bookmarks().value(), std::vector{bookmark});
        const Claim stored{changed.claims.at(0), incident.id, quote.id, Stance::Denies};
        QCOMPARE(m_case->claimsOn(quote.id).value(), std::vector{stored});
        QCOMPARE(m_case->decisions(document.id).value(),
                 (std::vector{Decision{document.id, QStringLiteral("key/1"), true}}));
        QCOMPARE(m_case->evidence(incident.id).value(),
                 (std::vector{Evidence{stored, quote, document.title, document.published, true, document.publisher,
                                       document.graphic, document.retrieved}}));
        const DocumentSummary summary = m_case->documents().value().at(0);
        QCOMPARE(summary.name, document.title);
        QCOMPARE(summary.publisher, document.publisher);
        QCOMPARE(summary.published, document.published);
        QCOMPARE(m_case->quoteCount(document.id).value(), 1);
    }

    void tellsThePageThatWordsStandOn()
    {
        Document document = sampleDocument();
        document.text = QStringLiteral("A cover\fThey said so.\fThe end");
        document.textSha256 = sha256Of(document.text);
        document = stored(document);
        Incident incident = sampleIncident();
        incident.id = IncidentId{-5};
        Quote quote = quoteFrom(document.id, document.text, {8, 12}).value();
        quote.id = QuoteId{-1};
        const Changed changed = apply({incident, quote, Claim{{}, incident.id, quote.id, Stance::Reports}});
        QCOMPARE(m_case->evidence(changed.incidents.at(0)).value().at(0).page, 2);
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

    void copiesTheOpenCaseAsItIsNow()
    {
        const Incident incident = stored(sampleIncident());
        const QString copy = m_folder->filePath(QStringLiteral("copy.gpkg"));
        QVERIFY(copyCase(*m_case, copy).has_value());
        apply({RemoveIncident{incident.id}});
        const std::unique_ptr<Case> copied = taken(openCase(copy));
        QCOMPARE(copied->info().title, m_case->info().title);
        QCOMPARE(copied->incidents().value(), std::vector{incident});
        QCOMPARE(copied->undoLabel(), QStringLiteral("Test"));
        QVERIFY(copied->undo().has_value());
        QCOMPARE(copyCase(*m_case, copy).error().kind, Error::Kind::Conflict);
        QCOMPARE(copyCase(*m_case, m_folder->filePath(QStringLiteral("none/copy.gpkg"))).error().kind,
                 Error::Kind::Unwritable);
        QCOMPARE(sqlite(copy, "PRAGMA integrity_check; PRAGMA application_id"), "ok\n1196444487\n");
    }
};

QTEST_GUILESS_MAIN(TestCase)
#include "tst_case.moc"

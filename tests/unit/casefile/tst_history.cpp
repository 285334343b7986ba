#include "casedata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("case.gpkg"));
        m_case = taken(createCase(m_path, QStringLiteral("A case")));
    }
    void cleanup()
    {
        m_case.reset();
        m_folder.reset();
    }

    void hasNothingToUndoAtFirst()
    {
        QVERIFY(!m_case->undoLabel());
        QVERIFY(!m_case->redoLabel());
        QCOMPARE(m_case->undo().error().kind, Error::Kind::NotFound);
        QCOMPARE(m_case->redo().error().kind, Error::Kind::NotFound);
        QVERIFY(m_case->apply({QStringLiteral("Nothing"), {}}).has_value());
        QVERIFY(!m_case->undoLabel());
    }

    void tellsHowFarItIs()
    {
        apply("one", {sampleIncident()});
        const CaseStamp first = m_case->stamp().value();
        QCOMPARE(first.file, QStringLiteral("case.gpkg"));
        QCOMPARE(first.title, QStringLiteral("A case"));
        QCOMPARE(first.historySha256.size(), 64);
        QCOMPARE(m_case->stepsSince(first.historySha256).value(), std::int64_t{0});
        apply("two", {sampleIncident(), sampleIncident()});
        QVERIFY(m_case->undo().has_value());
        QCOMPARE(m_case->stepsSince(first.historySha256).value(), std::int64_t{2});
        QVERIFY(m_case->stamp().value().historySha256 != first.historySha256);
        QVERIFY(!m_case->stepsSince(QStringLiteral("no such row")).value());
        const std::unique_ptr<Case> other = taken(createCase(m_folder->filePath(QStringLiteral("other.gpkg")), {}));
        QVERIFY(!other->stepsSince(first.historySha256).value());
    }

    void undoesAndRedoesStepByStepOverRestarts()
    {
        std::vector<std::vector<Incident>> states{m_case->incidents().value()};
        Incident incident = sampleIncident();
        incident.id = apply("one", {incident}).incidents.at(0);
        states.push_back(m_case->incidents().value());
        incident.title = QStringLiteral("Another title");
        incident.where.reset();
        apply("two", {incident});
        states.push_back(m_case->incidents().value());
        apply("three", {RemoveIncident{incident.id}, sampleIncident()});
        states.push_back(m_case->incidents().value());

        const std::vector<QString> labels{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
        for (std::size_t done = 3; done > 0; --done) {
            QCOMPARE(m_case->undoLabel(), labels[done - 1]);
            QVERIFY(m_case->undo().has_value());
            QCOMPARE(m_case->redoLabel(), labels[done - 1]);
            reopen();
            QCOMPARE(m_case->incidents().value(), states[done - 1]);
        }
        QVERIFY(!m_case->undoLabel());
        for (std::size_t done = 0; done < 3; ++done) {
            QCOMPARE(m_case->redoLabel(), labels[done]);
            QVERIFY(m_case->redo().has_value());
            QCOMPARE(m_case->undoLabel(), labels[done]);
            reopen();
            QCOMPARE(m_case->incidents().value(), states[done + 1]);
        }
        QVERIFY(!m_case->redoLabel());
    }

    void walksUndoAndRedoLikeAStack_data()
    {
        QTest::addColumn<QString>("moves"); // A letter does a step of that name, < undoes, > redoes.
        QTest::addColumn<QString>("undo");
        QTest::addColumn<QString>("redo");
        QTest::newRow("new work after undo ends redo") << "ab<c" << "c" << "";
        QTest::newRow("undo goes past what was replaced") << "ab<c<" << "a" << "c";
        QTest::newRow("undo, redo, undo") << "ab<><" << "a" << "b";
        QTest::newRow("all the way and half back") << "abc<<<>>" << "b" << "c";
        QTest::newRow("deep") << "abc<<d<>e<<>" << "d" << "e";
        QTest::newRow("all taken back twice") << "ab<<>><<" << "" << "a";
        QTest::newRow("replaced at the bottom") << "a<b<" << "" << "b";
    }
    void walksUndoAndRedoLikeAStack()
    {
        QFETCH(QString, moves);
        QFETCH(QString, undo);
        QFETCH(QString, redo);
        // Each step gives the incident its own letter as a title, so the title tells which step stands.
        Incident incident = sampleIncident();
        incident.id = apply("first", {incident}).incidents.at(0);
        for (const QChar move : moves) {
            if (move == u'<') {
                QVERIFY(m_case->undo().has_value());
            } else if (move == u'>') {
                QVERIFY(m_case->redo().has_value());
            } else {
                incident = m_case->incident(incident.id).value();
                incident.title = QString(move);
                QVERIFY(m_case->apply({QString(move), {incident}}).has_value());
            }
        }
        const QString expected = undo.isEmpty() ? QStringLiteral("first") : undo;
        QCOMPARE(m_case->undoLabel(), expected);
        QCOMPARE(m_case->redoLabel().value_or(QString()), redo);
        QCOMPARE(m_case->incident(incident.id).value().title, undo.isEmpty() ? sampleIncident().title : undo);
    }

    void tellsWhatUndoTouched()
    {
        const Changed made = apply("make", {sampleDocument(), sampleIncident()});
        const Changed undone = m_case->undo().value();
        QCOMPARE(undone.documents, made.documents);
        QCOMPARE(undone.incidents, made.incidents);
        QVERIFY(undone.quotes.empty());
    }

    void neverGivesANumberTwice()
    {
        const IncidentId first = apply("one", {sampleIncident()}).incidents.at(0);
        QVERIFY(m_case->undo().has_value());
        reopen();
        QVERIFY(apply("two", {sampleIncident()}).incidents.at(0) != first);
    }

    void undoesEvenWhatAnotherProgramHasChanged()
    {
        const IncidentId id = apply("make", {sampleIncident()}).incidents.at(0);
        m_case.reset();
        rows("DELETE FROM incident");
        m_case = taken(openCase(m_path));
        QVERIFY(m_case->undo().has_value());
        QVERIFY(!m_case->undoLabel());
        QCOMPARE(m_case->redoLabel(), QStringLiteral("make"));
        QCOMPARE(m_case->incident(id).error().kind, Error::Kind::NotFound);
    }

    void chainsEveryRowToTheOneBefore()
    {
        qputenv("USER", "anna-maria");
        Document document = sampleDocument();
        document.id = DocumentId{-1};
        Quote quote = quoteFrom(document.id, document.text, {0, 5}, QStringLiteral("„Er“ \u2028 \x01 / \\")).value();
        apply("Accept “Goris”\n", {document, quote, sampleIncident()});
        QVERIFY(m_case->undo().has_value());
        reopen();
        QVERIFY(m_case->redo().has_value());
        const QJsonArray history = rows("SELECT * FROM history ORDER BY id");
        QCOMPARE(history.size(), 9);
        QString previous;
        for (const QJsonValue value : history) {
            const QJsonObject row = value.toObject();
            QJsonArray sealed{previous};
            for (const char *column : {"id", "step", "action", "target", "time", "author", "label", "table_name",
                                       "row_id", "before", "after"})
                sealed.append(row[QLatin1StringView(column)]);
            previous = QString::fromLatin1(sha256Of(QJsonDocument(sealed).toJson(QJsonDocument::Compact)).toHex());
            QCOMPARE(row[u"sha256"].toString(), previous);
            QCOMPARE(row[u"author"].toString(), QStringLiteral("anna-maria"));
        }
        QCOMPARE(history[0][u"action"].toString(), QStringLiteral("do"));
        QCOMPARE(history[3][u"action"].toString(), QStringLiteral("undo"));
        QCOMPARE(history[3][u"target"].toInteger(), 1);
        QCOMPARE(history[8][u"action"].toString(), QStringLiteral("redo"));
        QCOMPARE(history[8][u"step"].toInteger(), 3);
    }

    void keepsWhatARowWasAndBecame()
    {
        Incident incident = sampleIncident();
        incident.id = apply("make", {incident}).incidents.at(0);
        incident.title = QStringLiteral("B");
        apply("rename", {incident});
        apply("remove", {RemoveIncident{incident.id}});
        const QJsonArray history = rows("SELECT before, after FROM history ORDER BY id");
        const auto title = [&](int row, const char *side) {
            const QByteArray json = history[row][QLatin1StringView(side)].toString().toUtf8();
            return QJsonDocument::fromJson(json).object()[u"title"].toString();
        };
        QVERIFY(history[0][u"before"].isNull());
        QCOMPARE(title(0, "after"), sampleIncident().title);
        QCOMPARE(title(1, "before"), sampleIncident().title);
        QCOMPARE(title(1, "after"), QStringLiteral("B"));
        QCOMPARE(title(2, "before"), QStringLiteral("B"));
        QVERIFY(history[2][u"after"].isNull());
    }

    void leavesNoTraceOfAStepThatChangesNothing()
    {
        Incident incident = sampleIncident();
        incident.id = apply("make", {incident}).incidents.at(0);
        const Changed again = apply("same", {incident});
        QVERIFY(again.incidents.empty());
        QCOMPARE(m_case->undoLabel(), QStringLiteral("make"));
    }

private:
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
    Changed apply(const char *label, std::vector<Edit> edits)
    {
        const Result<Changed> changed = m_case->apply({QString::fromUtf8(label), std::move(edits)});
        if (!changed)
            qFatal("%s", qPrintable(changed.error().message));
        return *changed;
    }
    // Rows as another program sees them.
    QJsonArray rows(const char *sql) const
    {
        QProcess process;
        process.start(QStringLiteral("sqlite3"), {QStringLiteral("-json"), m_path, QString::fromLatin1(sql)});
        if (!process.waitForFinished())
            qFatal("sqlite3 does not run");
        return QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Case> m_case;
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"

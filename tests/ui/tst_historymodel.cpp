#include "casefixture.h"
#include "ui/historymodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

QString linesOf(const StepChanges &changes)
{
    QStringList lines;
    for (int row = 0; row < changes.rowCount(); ++row) {
        const QModelIndex index = changes.index(row);
        const QString name = index.data(StepChanges::NameRole).toString();
        if (index.data(StepChanges::HeadingRole).toBool())
            lines.append(u"%1 (%2)"_s.arg(name, index.data(StepChanges::ActionRole).toString()));
        else
            lines.append(u"  %1: %2 → %3"_s.arg(name, index.data(StepChanges::BeforeRole).toString(),
                                                index.data(StepChanges::AfterRole).toString()));
    }
    return lines.join(u'\n');
}

HistoryRow changedRow(const QString &table, const QString &column, const QJsonValue &before, const QJsonValue &after)
{
    return {table, 1, 0, {{column, before}}, {{column, after}}};
}

} // namespace

class TestHistoryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        qputenv("USER", "anna");
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"case.gpkg"_s);
        const Result<void> made = makeTestCase(m_path);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_store = std::make_unique<CaseStore>();
        m_history = std::make_unique<HistoryModel>(m_store.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_history.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(m_store->open(m_path));
    }
    void cleanup()
    {
        m_tester.reset();
        m_history.reset();
        m_store.reset();
        m_folder.reset();
    }

    void listsTheStepsTheNewestFirst()
    {
        rename(u"A new title"_s);
        QVERIFY(!m_history->isOpen());
        m_history->start();
        QVERIFY(m_history->isOpen());
        QCOMPARE(labels(), (QStringList{u"Rename"_s, u"Make the test case"_s}));
        QCOMPARE(m_history->index(1).data(HistoryModel::AuthorRole).toString(), u"anna");
        QCOMPARE(m_history->index(1).data(HistoryModel::RowsRole).toString(), u"7 rows");
        QCOMPARE(m_history->index(0).data(HistoryModel::RowsRole).toString(), u"1 row");
        QCOMPARE(m_history->current(), 0);
        QVERIFY(m_history->currentFacts().startsWith(u"Step 2 · "));
    }

    void marksWhatWasUndone()
    {
        m_history->start();
        rename(u"A new title"_s);
        m_store->undo();
        QCOMPARE(labels(), (QStringList{u"Undo: Rename"_s, u"Rename"_s, u"Make the test case"_s}));
        QVERIFY(m_history->index(1).data(HistoryModel::UndoneRole).toBool());
        QCOMPARE(m_history->index(1).data(HistoryModel::NoteRole).toString(), u"undone");
        QCOMPARE(m_history->index(0).data(HistoryModel::NoteRole).toString(), u"took back step 2");
        m_store->redo();
        QVERIFY(!m_history->index(2).data(HistoryModel::UndoneRole).toBool());
        QCOMPARE(m_history->index(0).data(HistoryModel::NoteRole).toString(), u"did step 2 again");
    }

    void tellsWhatAStepChangedInWords()
    {
        Incident incident = m_store->current()->incident(IncidentId{1}).value();
        incident.title = u"Shells near Goris"_s;
        incident.where->geometry = pointGeometry({46.5, 39.25});
        incident.actors = {u"Armed forces of A"_s, u"B"_s};
        incident.losses = {{Loss::Kind::Killed, 2, 3, u"civilians"_s, u"the mayor"_s}};
        incident.when.reset();
        QVERIFY(m_store->apply({u"Correct it"_s, {incident}}));
        m_history->start();
        const QString lines = linesOf(*m_history->changes());
        QCOMPARE(lines.section(u'\n', 0, 0), u"Incident 1, “Shells near Goris” (changed)");
        for (const QString &line :
             {u"  Title: Shelling towards Goris → Shells near Goris"_s, u"  Begin: 12 Sep 2022, 20:05 UTC → "_s,
              u"  Position: 39.511° N 46.339° E → 39.250° N 46.500° E"_s, u"  Who took part:  → Armed forces of A; B"_s,
              u"  Losses:  → "_s})
            QVERIFY2(lines.contains(line), qPrintable(line + u" is not in\n"_s + lines));
        QVERIFY2(!lines.contains(u"Place:"), qPrintable(lines));
        QVERIFY2(!lines.contains(u"4750"), qPrintable(lines));
    }

    void tellsCellsInWords_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QJsonValue>("before");
        QTest::addColumn<QJsonValue>("after");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *column, const QJsonValue &before, const QJsonValue &after,
                            const QString &line) {
            QTest::newRow(column) << QString::fromLatin1(column) << before << after << line;
        };
        row("status", u"reported"_s, u"disputed"_s, u"Status: Reported → Disputed"_s);
        row("location_precision", u"near"_s, QJsonValue(), u"Place known: Near this place → "_s);
        row("graphic", QJsonValue(), 1, u"Graphic:  → yes"_s);
        row("radius_m", 10000, 250.5, u"Within: 10,000 m → 250.500 m"_s);
        row("geom", u"47500001"_s, QJsonValue(), u"Position: damaged → "_s);
        row("tags", u"[\"a\",\"b\"]"_s, u"no JSON"_s, u"Tags: a; b → no JSON"_s);
        row("spec", u"{\"dpi\":96,\"dark\":false}"_s, u"{\"dpi\":300,\"dark\":false}"_s, u"Settings: dpi: 96 → 300"_s);
        row("a_newer_column", u"x"_s, 7, u"a_newer_column: x → 7"_s);
    }
    void tellsCellsInWords()
    {
        QFETCH(QString, column);
        QFETCH(QJsonValue, before);
        QFETCH(QJsonValue, after);
        QFETCH(QString, line);
        const std::vector<ChangedCell> cells = changedCells(changedRow(u"incident"_s, column, before, after));
        QCOMPARE(cells.size(), 1U);
        QCOMPARE(u"%1: %2 → %3"_s.arg(cells[0].name, cells[0].before, cells[0].after), line);
    }

    void tellsOfManyRowsMadeAtOnceInOneLine()
    {
        const HistoryRow row{u"incident"_s, 5, 2504, {}, {{u"rows"_s, 2500}, {u"sha256"_s, u"abc"_s}}};
        QCOMPARE(rowName(row), u"Incidents 5 to 2,504");
        QCOMPARE(rowActionText(row), u"made at once");
        QCOMPARE(changedCells(row).at(0).after, u"2,500");
    }

    void readsALongStepAsItIsScrolled()
    {
        std::vector<Edit> edits;
        for (int i = 0; i < 250; ++i) {
            Incident incident;
            incident.title = u"Incident of many"_s;
            edits.emplace_back(incident);
        }
        QVERIFY(m_store->apply({u"Take in many"_s, std::move(edits)}));
        m_history->start();
        StepChanges &changes = *m_history->changes();
        const auto headings = [&] { return linesOf(changes).count(u"(made)"); };
        QCOMPARE(headings(), 100);
        while (changes.canFetchMore({}))
            changes.fetchMore({});
        QCOMPARE(headings(), 250);
    }

    void showsWhatWasDoneSince()
    {
        m_history->start();
        QCOMPARE(m_history->count(), 1);
        m_history->setSince(HistoryModel::Opened);
        QCOMPARE(m_history->count(), 0);
        QCOMPARE(m_history->current(), -1);
        QCOMPARE(m_history->changes()->rowCount(), 0);
        rename(u"A new title"_s);
        QCOMPARE(labels(), QStringList{u"Rename"_s});
        m_history->setSince(HistoryModel::Today);
        QCOMPARE(m_history->count(), 2);
        m_history->setSince(HistoryModel::Week);
        QCOMPARE(m_history->count(), 2);
        m_history->setSince(HistoryModel::Date);
        m_history->setDate(QDate::currentDate().addDays(1).toString(Qt::ISODate));
        QCOMPARE(m_history->count(), 0);
        m_history->setDate(u"yesterday"_s);
        QVERIFY(!m_history->dateIsValid());
        QCOMPARE(m_history->count(), 2);
        m_history->setDate(u"2020-02-01"_s);
        QVERIFY(m_history->dateIsValid());
        QCOMPARE(m_history->count(), 2);
        QCOMPARE(m_history->total(), 2);
    }

    void showsWhatOneAuthorDid()
    {
        qputenv("USER", "boris");
        rename(u"A new title"_s);
        m_history->start();
        QCOMPARE(m_history->authorNames(), (QStringList{u"By everybody"_s, u"anna"_s, u"boris"_s}));
        m_history->setAuthor(2);
        QCOMPARE(labels(), QStringList{u"Rename"_s});
        m_history->setAuthor(1);
        QCOMPARE(labels(), QStringList{u"Make the test case"_s});
        m_history->setAuthor(0);
        QCOMPARE(m_history->count(), 2);
    }

    void isEmptyForANewCase()
    {
        QVERIFY(m_store->create(m_folder->filePath(u"new.gpkg"_s), u"New"_s));
        m_history->start();
        QCOMPARE(m_history->count(), 0);
        QCOMPARE(m_history->current(), -1);
        QVERIFY(m_history->currentTitle().isEmpty());
    }

    void checksTheCaseAndSavesTheReport()
    {
        rename(u"A new title"_s); // So that the case is being written to.
        m_history->start();
        CaseCheck &check = *m_history->check();
        QSignalSpy changed(&check, &CaseCheck::changed);
        check.start();
        QVERIFY(check.isBusy());
        while (check.isBusy())
            QVERIFY(changed.wait());
        QVERIFY2(check.holds(), qPrintable(check.findings().join(u'\n')));
        QVERIFY(check.verdict().startsWith(u"The case holds"));
        QCOMPARE(check.facts(), u"Steps 2 · Rows of history 8 · Sources 1 · Quotes 2 · Incidents 2");
        check.save(QUrl::fromLocalFile(m_path));
        QVERIFY(check.problem().contains(u"is the case itself"));
        const QUrl file = check.suggestedFile();
        check.save(file);
        QCOMPARE(check.saved(), file.toLocalFile());
        QFile report(file.toLocalFile());
        QVERIFY(report.open(QIODevice::ReadOnly));
        QVERIFY(report.readAll().contains("The case holds"));
        // The window still writes: a check takes no lock from it.
        rename(u"A third title"_s);
        QVERIFY(m_store->current()->incident(IncidentId{1}).value().title == u"A third title");
    }

    void forgetsACheckWhenTheHistoryIsClosed()
    {
        m_history->start();
        CaseCheck &check = *m_history->check();
        check.start();
        m_history->close();
        QVERIFY(!check.isBusy());
        QCoreApplication::processEvents();
        QVERIFY(!check.isDone());
    }

private:
    void rename(const QString &title)
    {
        Incident incident = m_store->current()->incident(IncidentId{1}).value();
        incident.title = title;
        QVERIFY(m_store->apply({u"Rename"_s, {incident}}));
    }
    [[nodiscard]] QStringList labels() const
    {
        QStringList texts;
        for (int row = 0; row < m_history->rowCount(); ++row)
            texts.append(m_history->index(row).data(HistoryModel::LabelRole).toString());
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<CaseStore> m_store;
    std::unique_ptr<HistoryModel> m_history;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"

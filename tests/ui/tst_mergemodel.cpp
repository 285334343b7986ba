#include "casefixture.h"
#include "ui/mergemodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

class TestMergeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("case.gpkg"));
        m_other = m_folder->filePath(QStringLiteral("boris.gpkg"));
        QVERIFY(makeTestCase(m_path).has_value());
        QVERIFY(QFile::copy(m_path, m_other));
        m_store = std::make_unique<CaseStore>();
        QVERIFY(m_store->open(m_path));
    }
    void cleanup()
    {
        m_store.reset();
        m_folder.reset();
    }

    void tellsThatNothingIsNew()
    {
        MergeModel merge(m_store.get());
        const QAbstractItemModelTester tester(&merge);
        compare(merge, m_other);
        QCOMPARE(merge.state(), MergeModel::Ready);
        QCOMPARE(merge.summary(), QStringLiteral("Nothing new in “boris.gpkg”"));
        QVERIFY(!merge.canConfirm());
        merge.cancel();
        QCOMPARE(merge.state(), MergeModel::Closed);
    }

    void tellsBothSidesOfWhatDiffers()
    {
        retitle(m_store.get(), "Ours");
        retitleOther("Theirs");
        MergeModel merge(m_store.get());
        const QAbstractItemModelTester tester(&merge);
        compare(merge, m_other);
        QCOMPARE(merge.rowCount(), 1);
        const auto text = [&merge](int role) { return merge.data(merge.index(0), role).toString(); };
        QCOMPARE(text(MergeModel::SubjectRole), QStringLiteral("Incident “Ours”: title"));
        QCOMPARE(text(MergeModel::BaseRole), QStringLiteral("Shelling towards Goris"));
        QCOMPARE(text(MergeModel::OursRole), QStringLiteral("Ours"));
        QCOMPARE(text(MergeModel::TheirsRole), QStringLiteral("Theirs"));
        QVERIFY(text(MergeModel::TheirsByRole).startsWith(QStringLiteral("boris, ")));
        QCOMPARE(merge.data(merge.index(0), MergeModel::ChoiceRole).toInt(), int(MergeModel::Undecided));
        QVERIFY(merge.consequence().startsWith(QStringLiteral("One is undecided")));
    }

    void mergesAsDecided_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("left");
        QTest::newRow("ours") << int(MergeModel::Ours) << QStringLiteral("Ours") << 0;
        QTest::newRow("theirs") << int(MergeModel::Theirs) << QStringLiteral("Theirs") << 0;
        QTest::newRow("undecided") << int(MergeModel::Undecided) << QStringLiteral("Ours") << 1;
    }
    void mergesAsDecided()
    {
        QFETCH(int, choice);
        QFETCH(QString, title);
        QFETCH(int, left);
        retitle(m_store.get(), "Ours");
        retitleOther("Theirs");
        MergeModel merge(m_store.get());
        const QSignalSpy changes(m_store.get(), &CaseStore::changed);
        QSignalSpy merged(&merge, &MergeModel::merged);
        compare(merge, m_other);
        merge.decide(0, MergeModel::Choice(choice));
        merge.confirm();
        QCOMPARE(merge.state(), MergeModel::Closed);
        QCOMPARE(merged.size(), 1);
        QCOMPARE(merged.at(0).at(0).toString().contains(QStringLiteral("undecided: 1")), left == 1);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(titleIn(*m_store->current()), title);
        compare(merge, m_other);
        QCOMPARE(merge.rowCount(), left);
        merge.decideAll(MergeModel::Ours);
        QVERIFY(merge.consequence().isEmpty() || !merge.consequence().contains(QStringLiteral("undecided")));
    }

    void saysWhyAFileCannotBeMerged()
    {
        MergeModel merge(m_store.get());
        compare(merge, m_path);
        QCOMPARE(merge.state(), MergeModel::Failed);
        QVERIFY(merge.problem().contains(QStringLiteral("this case itself")));
        compare(merge, m_folder->filePath(QStringLiteral("missing.gpkg")));
        QCOMPARE(merge.state(), MergeModel::Failed);
        QVERIFY(merge.problem().contains(QStringLiteral("is not there")));
        QVERIFY(!merge.canConfirm());
    }

    void forgetsAComparisonThatWasCancelled()
    {
        MergeModel merge(m_store.get());
        merge.compare(QUrl::fromLocalFile(m_other));
        merge.cancel();
        QCOMPARE(merge.state(), MergeModel::Closed);
        QSignalSpy changes(&merge, &MergeModel::changed);
        compare(merge, m_path); // A second one, whose end comes after that of the first.
        QCOMPARE(merge.state(), MergeModel::Failed);
    }

private:
    static void compare(MergeModel &merge, const QString &path)
    {
        QSignalSpy changes(&merge, &MergeModel::changed);
        merge.compare(QUrl::fromLocalFile(path));
        while (merge.state() == MergeModel::Comparing && changes.wait()) {
        }
    }
    static IncidentId first(const Case &file) { return file.incidents().value().front().id; }
    static QString titleIn(const Case &file) { return file.incident(first(file)).value().title; }
    static Change retitled(const Case &file, const char *title)
    {
        Incident incident = file.incident(first(file)).value();
        incident.title = QString::fromUtf8(title);
        return {QStringLiteral("Change the title"), {incident}};
    }
    static void retitle(CaseStore *store, const char *title)
    {
        qputenv("USER", "anna");
        QVERIFY(store->apply(retitled(*store->current(), title)));
    }
    void retitleOther(const char *title)
    {
        qputenv("USER", "boris");
        const std::unique_ptr<Case> other = std::move(openCase(m_other)).value();
        QVERIFY(other->apply(retitled(*other, title)).has_value());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QString m_other;
    std::unique_ptr<CaseStore> m_store;
};

QTEST_GUILESS_MAIN(TestMergeModel)
#include "tst_mergemodel.moc"

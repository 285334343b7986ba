#include "evaluation/evaluate.h"

#include <QTest>

#include <algorithm>

using namespace dateline;

/// What reading reaches on our own labelled texts must not get worse unseen: floors a little under what was measured.
class TestFloors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAtLeastThisWell_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("layer");
        QTest::addColumn<QString>("key");
        QTest::addColumn<double>("floor");
        const auto row = [](const char *folder, FoundLayer layer, const char *key, double floor) {
            QTest::addRow("%s %d %s", folder, static_cast<int>(layer), key)
                << QString::fromLatin1(folder) << static_cast<int>(layer) << QString::fromLatin1(key) << floor;
        };
        row("times", FoundLayer::Times, "toUtc", 0.98);
        row("reports", FoundLayer::Times, "toUtc", 0.90);
        row("reports", FoundLayer::Quotes, "directExactRecall", 0.98);
        row("reports", FoundLayer::Quotes, "speakerRecall", 0.94);
        row("reports", FoundLayer::Incidents, "f1", 0.70);
    }
    void readsAtLeastThisWell()
    {
        QFETCH(QString, folder);
        QFETCH(int, layer);
        QFETCH(QString, key);
        QFETCH(double, floor);
        const Evaluation &evaluation = evaluationOf(folder);
        const auto measure = std::ranges::find_if(evaluation.measures, [&](const Measure &each) {
            return static_cast<int>(each.layer) == layer && each.key == key;
        });
        QVERIFY(measure != evaluation.measures.end());
        QVERIFY2(measure->value >= floor, qPrintable(QString::number(measure->value)));
    }

private:
    const Evaluation &evaluationOf(const QString &folder)
    {
        if (m_done.contains(folder))
            return m_done[folder];
        static const Result<Gazetteer> gazetteer = Gazetteer::open(QStringLiteral(SHARE_DIR "/gazetteer.sqlite"));
        Result<Corpora> corpora = corporaAt(QStringLiteral(TEST_DATA_DIR "/") + folder);
        if (gazetteer && corpora)
            m_done[folder] = evaluate(std::move(corpora->corpora.front()), *gazetteer);
        return m_done[folder];
    }

    QHash<QString, Evaluation> m_done;
};

QTEST_APPLESS_MAIN(TestFloors)
#include "tst_floors.moc"

#include "evaluation/evaluate.h"

#include <QTest>

#include <algorithm>

using namespace dateline;

class TestEvaluate : public QObject
{
    Q_OBJECT

private:
    std::optional<Gazetteer> m_gazetteer;

private Q_SLOTS:
    void initTestCase()
    {
        Result<Gazetteer> gazetteer = Gazetteer::open(QStringLiteral(SHARE_DIR "/gazetteer.sqlite"));
        QVERIFY(gazetteer.has_value());
        m_gazetteer = std::move(*gazetteer);
    }

    void measuresEveryLayerThatAReportLabels()
    {
        const Result<Corpora> corpora = corporaAt(QStringLiteral(TEST_DATA_DIR "/evaluation/report.json"));
        QVERIFY(corpora.has_value());
        const Evaluation evaluation = evaluate(corpora->corpora.front(), *m_gazetteer);
        QCOMPARE(evaluation.texts, 1);
        QCOMPARE(evaluation.misfits, 1);
        QVERIFY(evaluation.bytes > 70);
        for (const auto &[layer, key] : {std::pair(FoundLayer::Places, "strictF1"),
                                         {FoundLayer::Places, "within161OfAll"},
                                         {FoundLayer::Times, "toUtc"},
                                         {FoundLayer::Quotes, "exactF1"},
                                         {FoundLayer::Quotes, "speakerRecall"},
                                         {FoundLayer::Incidents, "f1"}}) {
            const auto measure = std::ranges::find_if(evaluation.measures, [&](const Measure &each) {
                return each.layer == layer && each.key == QLatin1StringView(key);
            });
            QVERIFY2(measure != evaluation.measures.end(), key);
            QVERIFY2(measure->value == 1, key);
        }
        const auto ofKinds = [](const Measure &measure) { return measure.layer == FoundLayer::Kinds; };
        QVERIFY(std::ranges::none_of(evaluation.measures, ofKinds));
    }

    void knowsCountriesByName()
    {
        Corpus corpus;
        LabelledText text{.name = QStringLiteral("t"), .document = {}};
        text.document.text = QStringLiteral("Armenia and Goris");
        text.places.emplace();
        text.places->push_back({.span = {0, 7}, .at = LonLat{45, 40}});
        text.places->push_back({.span = {12, 17}, .at = LonLat{46.3, 39.5}});
        corpus.texts.push_back(text);
        const Evaluation evaluation = evaluate(corpus, *m_gazetteer);
        const auto measure =
            std::ranges::find(evaluation.measures, QStringLiteral("positionsWithoutCountries"), &Measure::key);
        QVERIFY(measure != evaluation.measures.end());
        QCOMPARE(measure->value, 1.0);
    }

    void tellsTheMemoryHeld() { QVERIFY(peakMemory() > 1024 * 1024); }
};

QTEST_GUILESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"

#include "evaluation/incidentscore.h"
#include "evaluation/kindscore.h"
#include "evaluation/placescore.h"
#include "evaluation/quotescore.h"
#include "evaluation/spans.h"
#include "evaluation/timescore.h"

#include <QTest>

#include <algorithm>

using namespace dateline;

// Every figure here is counted by hand from the labels and finds above it.

namespace
{

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

LabelledText textOf(const QString &content)
{
    LabelledText text{.name = QStringLiteral("t"), .document = {}};
    text.document.text = content;
    return text;
}

TextSpan spanOf(const LabelledText &text, const char *words, int nth = 1)
{
    return occurrence(text.document.text, u(words), nth);
}

PlaceMatch match(TextSpan span, LonLat at)
{
    PlaceMatch found{span, {}};
    found.candidates.push_back({.place = {.name = QStringLiteral("X"), .position = at}});
    return found;
}

double valueOf(const std::vector<Measure> &measures, const char *key)
{
    const auto at = std::ranges::find(measures, QString::fromLatin1(key), &Measure::key);
    return at == measures.end() ? -1 : at->value;
}

QStringList whatOf(const std::vector<Miss> &misses)
{
    QStringList what;
    for (const Miss &miss : misses)
        what << miss.what;
    return what;
}

TimeSpan spanFrom(const char *begin, const char *end, TimePrecision precision)
{
    return {*utcFromIso(u(begin)), *utcFromIso(u(end)), precision};
}

Proposal proposal(const LabelledText &text, const char *words, SubKind subKind, const char *place)
{
    Proposal proposal;
    proposal.incident.kind = kindOf(subKind);
    proposal.incident.subKind = subKind;
    if (*place)
        proposal.incident.where = Where{.place = u(place), .asWritten = u(place)};
    proposal.claims.push_back({*quoteFrom({}, text.document.text, spanOf(text, words)), Stance::Reports});
    return proposal;
}

} // namespace

#define COMPARE_MEASURE(measures, key, expected) \
    QVERIFY2(std::abs(valueOf(measures, key) - (expected)) < 5e-4, \
             qPrintable(QStringLiteral("%1 is %2").arg(QStringLiteral(key)).arg(valueOf(measures, key))))

class TestScores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsPlacesBySpanAndByDistance()
    {
        LabelledText text = textOf(QStringLiteral("Goris, Lake Sevan, Turkish aid, Iran, Ohio and March"));
        text.places.emplace();
        text.places->push_back({.span = spanOf(text, "Goris"), .at = LonLat{46, 39}});
        text.places->push_back({.span = spanOf(text, "Lake Sevan"), .at = LonLat{45, 40}});
        text.places->push_back({.span = spanOf(text, "Turkish"), .at = LonLat{35, 39}, .counted = false});
        text.places->push_back({.span = spanOf(text, "Iran"), .at = LonLat{53, 32}, .country = true});
        text.places->push_back({.span = spanOf(text, "Ohio")});
        const std::vector found{match(spanOf(text, "Goris"), {46, 39}), match(spanOf(text, "Sevan"), {45, 41}),
                                match(spanOf(text, "Turkish"), {35, 39}), match(spanOf(text, "Iran"), {53, 36}),
                                match(spanOf(text, "March"), {0, 52})};
        PlaceScore score;
        std::vector<Miss> misses;
        score.add(text, found, misses);
        const std::vector<Measure> measures = score.measures();
        // Labelled: Goris, Lake Sevan, Iran, Ohio. Found: Goris, Sevan, Iran, March. “Turkish” counts neither way.
        COMPARE_MEASURE(measures, "labelled", 4);
        COMPARE_MEASURE(measures, "found", 4);
        COMPARE_MEASURE(measures, "strictPrecision", 0.5);
        COMPARE_MEASURE(measures, "strictRecall", 0.5);
        COMPARE_MEASURE(measures, "strictF1", 0.5);
        COMPARE_MEASURE(measures, "relaxedPrecision", 0.75);
        COMPARE_MEASURE(measures, "relaxedRecall", 0.75);
        // A degree of latitude is 111.195 km: 0, 111.195 and 444.78 km; Ohio has no position.
        COMPARE_MEASURE(measures, "positions", 3);
        COMPARE_MEASURE(measures, "within161OfAll", 2.0 / 3);
        COMPARE_MEASURE(measures, "within161OfFound", 2.0 / 3);
        COMPARE_MEASURE(measures, "medianKm", 111.1949);
        COMPARE_MEASURE(measures, "auc", (std::log(112.1949) + std::log(445.7797)) / std::log(20039) / 3);
        COMPARE_MEASURE(measures, "positionsWithoutCountries", 2);
        COMPARE_MEASURE(measures, "within161OfAllWithoutCountries", 1);
        COMPARE_MEASURE(measures, "medianKmWithoutCountries", 111.1949 / 2);
        QCOMPARE(whatOf(misses), (QStringList{u("span"), u("missed"), u("not labelled"), u("far")}));
        QCOMPARE(misses.front().gold, QStringLiteral("Lake Sevan"));
        QCOMPARE(misses.front().found, QStringLiteral("Sevan"));
        QVERIFY(misses.front().context.contains(QStringLiteral("Goris, [Lake Sevan], Turkish")));
    }

    void countsAPlaceThatIsNotFoundAsWrong()
    {
        LabelledText text = textOf(QStringLiteral("Goris and Sotk"));
        text.places.emplace({LabelledPlace{.span = spanOf(text, "Goris"), .at = LonLat{46, 39}},
                             LabelledPlace{.span = spanOf(text, "Sotk"), .at = LonLat{46, 40}}});
        PlaceScore score;
        std::vector<Miss> misses;
        score.add(text, std::vector{match(spanOf(text, "Goris"), {46, 39})}, misses);
        COMPARE_MEASURE(score.measures(), "within161OfAll", 0.5);
        COMPARE_MEASURE(score.measures(), "within161OfFound", 1);
    }

    void measuresDistances()
    {
        QVERIFY(std::abs(kilometresBetween({0, 0}, {180, 0}) - 20015.09) < 0.01);
        QVERIFY(std::abs(kilometresBetween({179, 0}, {-179, 0}) - 222.39) < 0.01);
        QCOMPARE(kilometresBetween({45, 40}, {45, 40}), 0.0);
    }

    void countsTimesBySpanAndValue()
    {
        LabelledText text = textOf(QStringLiteral("On Friday, early in March 2013, for two days; now and 1 May"));
        text.times.emplace();
        text.times->push_back({spanOf(text, "Friday"), QStringLiteral("2013-03-22")});
        text.times->push_back({spanOf(text, "early in March 2013"), QStringLiteral("2013-03")});
        text.times->push_back({spanOf(text, "two days"), QStringLiteral("P2D")});
        text.times->push_back({spanOf(text, "now"), QStringLiteral("PRESENT_REF")});
        Reading reading;
        reading.timeWords = {{spanOf(text, "Friday"), TimeType::Date, QStringLiteral("2013-03-22")},
                             {spanOf(text, "March 2013"), TimeType::Date, QStringLiteral("2013-03")},
                             {spanOf(text, "two days"), TimeType::Duration, QStringLiteral("P1D")},
                             {spanOf(text, "1 May"), TimeType::Date, QStringLiteral("2013-05-01")},
                             {spanOf(text, "On"), TimeType::Date, {}}};
        TimeScore score;
        std::vector<Miss> misses;
        score.add(text, reading, misses);
        const std::vector<Measure> measures = score.measures();
        COMPARE_MEASURE(measures, "strictRecall", 0.5);
        COMPARE_MEASURE(measures, "strictPrecision", 0.4);
        COMPARE_MEASURE(measures, "strictF1", 2 * 0.5 * 0.4 / 0.9);
        COMPARE_MEASURE(measures, "relaxedRecall", 0.75);
        COMPARE_MEASURE(measures, "relaxedPrecision", 0.6);
        COMPARE_MEASURE(measures, "valueRecall", 0.5);
        COMPARE_MEASURE(measures, "valuePrecision", 0.4);
        COMPARE_MEASURE(measures, "toUtc", -1);
        QCOMPARE(whatOf(misses),
                 (QStringList{u("span"), u("value"), u("missed"), u("not labelled"), u("not labelled")}));
    }

    void countsTimesInUtcExactly()
    {
        LabelledText text = textOf(QStringLiteral("Overnight, on Monday and at noon"));
        const TimeSpan night = spanFrom("2022-09-12T14:00Z", "2022-09-13T02:00Z", TimePrecision::PartOfDay);
        const TimeSpan monday = spanFrom("2022-09-11T20:00Z", "2022-09-12T20:00Z", TimePrecision::Day);
        const TimeSpan noon = spanFrom("2022-09-12T08:00Z", "2022-09-12T08:01Z", TimePrecision::Minute);
        text.times.emplace();
        text.times->push_back({spanOf(text, "Overnight"), {}, night});
        text.times->push_back({spanOf(text, "Monday"), {}, monday});
        text.times->push_back({spanOf(text, "noon"), {}, noon});
        TimeSpan wrong = monday;
        wrong.end += std::chrono::minutes(1);
        Reading reading;
        reading.times = {{spanOf(text, "Overnight"), {night, {}, {}}, {}},
                         {spanOf(text, "Monday"), {wrong, {}, {}}, {}}};
        TimeScore score;
        std::vector<Miss> misses;
        score.add(text, reading, misses);
        const std::vector<Measure> measures = score.measures();
        COMPARE_MEASURE(measures, "toUtc", 1.0 / 3);
        COMPARE_MEASURE(measures, "samePrecision", 2.0 / 3);
        COMPARE_MEASURE(measures, "strictRecall", 2.0 / 3);
        COMPARE_MEASURE(measures, "valueF1", -1);
        QCOMPARE(whatOf(misses), (QStringList{u("to UTC"), u("missed")}));
    }

    void countsQuotesAndTheirSpeakers()
    {
        LabelledText text =
            textOf(u("“We left,” Ann Lee said. “All of us.” He said that it rained and hailed. “Why?”"));
        text.quotes.emplace();
        text.quotes->push_back({spanOf(text, "We left"), QStringLiteral("Ann Lee"), true});
        text.quotes->push_back({spanOf(text, "All of us"), QStringLiteral("Ann Lee"), true});
        text.quotes->push_back({spanOf(text, "it rained and hailed"), QStringLiteral("the mayor"), false});
        text.quotes->push_back({spanOf(text, "Why"), {}, true});
        const std::vector<FoundQuote> found{
            {spanOf(text, "We left,"), {}, QStringLiteral("Lee"), true},
            {spanOf(text, "All of us."), {}, QStringLiteral("Bob"), true},
            {spanOf(text, "it rained"), {}, QStringLiteral("Mayor"), false},
            {spanOf(text, "said"), {}, {}, true},
        };
        QuoteScore score;
        std::vector<Miss> misses;
        score.add(text, found, misses);
        const std::vector<Measure> measures = score.measures();
        COMPARE_MEASURE(measures, "exactRecall", 0.5);
        COMPARE_MEASURE(measures, "exactPrecision", 0.5);
        COMPARE_MEASURE(measures, "relaxedRecall", 0.75);
        COMPARE_MEASURE(measures, "relaxedPrecision", 0.75);
        COMPARE_MEASURE(measures, "directExactRecall", 2.0 / 3);
        COMPARE_MEASURE(measures, "speakerRecall", 2.0 / 3);
        QCOMPARE(whatOf(misses), (QStringList{u("speaker"), u("span"), u("missed"), u("not labelled")}));
    }

    void tellsSpeakersApart_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("same") << u("Armenia’s Defence Ministry") << true;
        QTest::newRow("article, straight mark") << u("the Armenia's defence ministry") << true;
        QTest::newRow("short") << u("defence ministry") << true;
        QTest::newRow("longer") << u("Ann Lee, spokeswoman of Armenia's Defence Ministry") << true;
        QTest::newRow("another") << u("Azerbaijan's Defence Ministry") << false;
        QTest::newRow("none") << QString() << false;
        QTest::newRow("article alone") << u("the") << false;
    }
    void tellsSpeakersApart()
    {
        QFETCH(QString, other);
        QFETCH(bool, same);
        QCOMPARE(sameSpeaker(u("Armenia’s Defence Ministry"), other), same);
        QCOMPARE(sameSpeaker(other, u("Armenia’s Defence Ministry")), same);
    }

    void countsKindsByTheMainEvent()
    {
        const auto labelled = [](SubKind subKind) {
            LabelledText text = textOf(QStringLiteral("Something happened"));
            text.kind = LabelledKind{kindOf(subKind), subKind};
            return text;
        };
        const std::vector<FoundEvent> clash{{{0, 9}, SubKind::ArmedClash, 2}, {{0, 9}, SubKind::Arrests, 1}};
        const std::vector<FoundEvent> regained{{{0, 9}, SubKind::Arrests, 1},
                                               {{0, 9}, SubKind::GovernmentRegainsTerritory, 3}};
        KindScore score;
        std::vector<Miss> misses;
        score.add(labelled(SubKind::ArmedClash), clash, misses);
        score.add(labelled(SubKind::ArmedClash), regained, misses);
        score.add(labelled(SubKind::Grenade), clash, misses);
        score.add(labelled(SubKind::Grenade), {}, misses);
        const std::vector<Measure> measures = score.measures();
        COMPARE_MEASURE(measures, "labelled", 4);
        COMPARE_MEASURE(measures, "silent", 1);
        COMPARE_MEASURE(measures, "accuracy", 0.5);
        COMPARE_MEASURE(measures, "subKindAccuracy", 0.25);
        // Battles: recall 2/2, precision 2/3, F1 0.8, half of the texts; Explosions 0.
        COMPARE_MEASURE(measures, "weightedF1", 0.4);
        // Armed clash: recall 1/2, precision 1/2, F1 0.5, half of the texts.
        COMPARE_MEASURE(measures, "subKindWeightedF1", 0.25);
        QCOMPARE(whatOf(misses), (QStringList{u("kind"), u("kind"), u("missed")}));
    }

    void pairsIncidentsByWordsThenPlaceAndKind()
    {
        LabelledText text =
            textOf(QStringLiteral("They shelled Goris and Sotk. Police marched on. In Vardenis a bus was burnt."));
        const TextSpan shelled = spanOf(text, "shelled Goris and Sotk");
        const auto shelling = SubKind::ShellingArtilleryMissile;
        text.incidents.emplace();
        text.incidents->push_back({shelled, Kind::Explosions, shelling, QStringLiteral("Goris")});
        text.incidents->push_back({shelled, Kind::Explosions, shelling, QStringLiteral("Sotk")});
        text.incidents->push_back({spanOf(text, "a bus was burnt"), Kind::Riots, SubKind::MobViolence, {}});
        const std::vector<Proposal> found{
            proposal(text, "They shelled Goris and Sotk", shelling, "Sotk"),
            proposal(text, "They shelled Goris", SubKind::AirDroneStrike, "Goris"),
            proposal(text, "Police marched on", SubKind::PeacefulProtest, ""),
            proposal(text, "a bus was burnt", SubKind::ArmedClash, "Vardenis"),
            // Told again elsewhere: no error.
            proposal(text, "Police marched", shelling, "Goris"),
        };
        IncidentScore score;
        std::vector<Miss> misses;
        score.add(text, found, misses);
        const std::vector<Measure> measures = score.measures();
        COMPARE_MEASURE(measures, "labelled", 3);
        COMPARE_MEASURE(measures, "recall", 1);
        COMPARE_MEASURE(measures, "precision", 0.75);
        COMPARE_MEASURE(measures, "kindAccuracy", 2.0 / 3);
        COMPARE_MEASURE(measures, "subKindAccuracy", 1.0 / 3);
        COMPARE_MEASURE(measures, "placeAccuracy", 2.0 / 3);
        COMPARE_MEASURE(measures, "kindAndPlace", 2.0 / 3);
        QCOMPARE(whatOf(misses), (QStringList{u("sub-type"), u("kind"), u("not labelled")}));
    }

    void saysNothingOfTextsWithoutThatLayer()
    {
        const LabelledText text = textOf(QStringLiteral("Goris"));
        PlaceScore score;
        std::vector<Miss> misses;
        score.add(text, std::vector{match({0, 5}, {46, 39})}, misses);
        COMPARE_MEASURE(score.measures(), "found", 0);
        QVERIFY(misses.empty());
    }
};

QTEST_GUILESS_MAIN(TestScores)
#include "tst_scores.moc"

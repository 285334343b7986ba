#include "domain/arranging.h"

#include <QTest>

#include <set>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

const QString text = u"one two three four"_s;

Proposal proposalOf(const QString &key, TextSpan words, const QString &place = {})
{
    Proposal proposal;
    proposal.key = key;
    proposal.incident.title = u"Title of "_s + key;
    proposal.claims = {{quoteFrom(DocumentId{7}, text, words).value(), Stance::Reports}};
    proposal.reasons = {u"Kind: "_s + key};
    proposal.certain = true;
    if (!place.isEmpty()) {
        PlaceCandidate candidate;
        candidate.where.place = place;
        proposal.places = {candidate};
        proposal.incident.where = candidate.where;
    }
    return proposal;
}

} // namespace

class TestArranging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joiningKeepsTheClaimsOfBothAndFillsWhatIsMissing()
    {
        const Proposal first = proposalOf(u"a"_s, {0, 3});
        Proposal second = proposalOf(u"b"_s, {4, 7}, u"Goris"_s);
        second.incident.losses = {Loss{Loss::Kind::Killed, 2, 2, u"soldiers"_s, {}}};
        second.certain = false;
        const Proposal both = joined(first, second);
        QCOMPARE(both.key, u"a");
        QCOMPARE(both.incident.title, first.incident.title);
        QCOMPARE(both.claims.size(), 2U);
        QCOMPARE(both.claims[1].quote.exact, u"two");
        QCOMPARE(both.incident.where->place, u"Goris");
        QCOMPARE(both.incident.losses.size(), 1U);
        QCOMPARE(both.reasons.size(), 2);
        QVERIFY(!both.certain);
        QCOMPARE(joined(second, first).incident.where->place, u"Goris");
    }

    void joiningTheSameWordsKeepsThemOnce()
    {
        const Proposal both = joined(proposalOf(u"a"_s, {0, 3}, u"Goris"_s), proposalOf(u"b"_s, {0, 3}, u"Sotk"_s));
        QCOMPARE(both.claims.size(), 1U);
        QCOMPARE(both.incident.where->place, u"Goris");
        QCOMPARE(both.places.size(), 2U);
    }

    void splittingGivesEachClaimAnIncident()
    {
        Proposal whole = joined(proposalOf(u"a"_s, {0, 3}), proposalOf(u"b"_s, {4, 7}));
        whole.claims[1].stance = Stance::Adds;
        const std::vector<Proposal> parts = splitByClaims(whole);
        QCOMPARE(parts.size(), 2U);
        QCOMPARE(parts[0].key, u"a/1");
        QCOMPARE(parts[1].key, u"a/2");
        QCOMPARE(parts[1].claims.size(), 1U);
        QCOMPARE(parts[1].claims[0].quote.exact, u"two");
        QCOMPARE(parts[1].claims[0].stance, Stance::Reports);
        QCOMPARE(splitByClaims(parts[0]), std::vector<Proposal>{parts[0]});
    }

    void splittingGivesEachNamedPlaceAnIncident()
    {
        Proposal whole = proposalOf(u"a"_s, {0, 3}, u"Goris"_s);
        PlaceCandidate other;
        other.where.place = u"Sotk"_s;
        PlaceCandidate namesake;
        namesake.where.place = u"Goris"_s;
        namesake.where.province = u"Elsewhere"_s;
        whole.places.push_back(other);
        whole.places.push_back(namesake);
        QCOMPARE(placesToSplit(whole), 2);
        const std::vector<Proposal> parts = splitByPlaces(whole);
        QCOMPARE(parts.size(), 2U);
        QCOMPARE(parts[0].incident.where->place, u"Goris");
        QCOMPARE(parts[0].places.size(), 2U);
        QCOMPARE(parts[1].incident.where->place, u"Sotk");
        QCOMPARE(parts[1].places.size(), 1U);
        QCOMPARE(parts[1].key, u"a/2");
        QCOMPARE(splitByPlaces(proposalOf(u"b"_s, {0, 3})).size(), 1U);
    }

    void anotherSourceIsTiedToTheKnownIncident()
    {
        Incident known;
        known.id = IncidentId{12};
        known.title = u"Shelling towards Goris"_s;
        const Change change = acceptIntoChange(DocumentId{7}, proposalOf(u"a"_s, {0, 3}), known);
        QCOMPARE(change.label, u"Add another source to “Shelling towards Goris”");
        QCOMPARE(change.edits.size(), 3U);
        QCOMPARE(std::get<Quote>(change.edits[0]).document, DocumentId{7});
        QCOMPARE(std::get<Claim>(change.edits[1]).incident, known.id);
        QCOMPARE(std::get<Decision>(change.edits[2]), (Decision{DocumentId{7}, u"a"_s, true}));
    }

    void oneStepKeepsTheNewRowsOfEachChangeApart()
    {
        Incident known;
        known.id = IncidentId{12};
        const Proposal two = joined(proposalOf(u"a"_s, {0, 3}), proposalOf(u"b"_s, {4, 7}));
        const Change all =
            inOneStep(u"Both"_s,
                      {acceptChange(DocumentId{7}, two), acceptChange(DocumentId{7}, proposalOf(u"c"_s, {8, 13})),
                       acceptIntoChange(DocumentId{7}, proposalOf(u"d"_s, {14, 18}), known)});
        std::set<IncidentId> incidents;
        std::set<QuoteId> quotes;
        std::vector<Claim> claims;
        for (const Edit &edit : all.edits) {
            if (const auto *incident = std::get_if<Incident>(&edit))
                QVERIFY(incidents.insert(incident->id).second);
            else if (const auto *quote = std::get_if<Quote>(&edit))
                QVERIFY(quotes.insert(quote->id).second);
            else if (const auto *claim = std::get_if<Claim>(&edit))
                claims.push_back(*claim);
        }
        QCOMPARE(incidents.size(), 2U);
        QCOMPARE(quotes.size(), 4U);
        QCOMPARE(claims.size(), 4U);
        QCOMPARE(claims[0].incident, claims[1].incident);
        QVERIFY(claims[2].incident != claims[0].incident);
        QCOMPARE(claims[3].incident, known.id);
        for (const Claim &claim : claims)
            QVERIFY(quotes.contains(claim.quote));
    }
};

QTEST_APPLESS_MAIN(TestArranging)
#include "tst_arranging.moc"

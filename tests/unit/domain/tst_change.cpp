#include "domain/change.h"
#include "domain/proposal.h"

#include <QTest>

using namespace dateline;

namespace
{

Proposal proposalOf(const QString &text)
{
    Proposal proposal;
    proposal.key = QStringLiteral("key");
    proposal.incident.title = QStringLiteral("Shelling towards Goris");
    proposal.claims = {{quoteFrom({}, text, {0, 3}).value(), Stance::Reports},
                       {quoteFrom({}, text, {4, 7}).value(), Stance::Denies}};
    return proposal;
}

} // namespace

class TestChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptingTiesTheIncidentToItsWords()
    {
        const Proposal proposal = proposalOf(QStringLiteral("one two"));
        const Change change = acceptChange(DocumentId{7}, proposal);
        QVERIFY(change.label.contains(proposal.incident.title));
        QCOMPARE(change.edits.size(), 6U);
        const auto &incident = std::get<Incident>(change.edits[0]);
        QVERIFY(numberOf(incident.id) < 0);
        QCOMPARE(incident.title, proposal.incident.title);
        const auto &first = std::get<Quote>(change.edits[1]);
        const auto &second = std::get<Quote>(change.edits[3]);
        QCOMPARE(first.document, DocumentId{7});
        QCOMPARE(first.exact, QStringLiteral("one"));
        QVERIFY(numberOf(first.id) < 0 && numberOf(second.id) < 0 && first.id != second.id);
        QCOMPARE(std::get<Claim>(change.edits[2]), (Claim{ClaimId{}, incident.id, first.id, Stance::Reports}));
        QCOMPARE(std::get<Claim>(change.edits[4]), (Claim{ClaimId{}, incident.id, second.id, Stance::Denies}));
        QCOMPARE(std::get<Decision>(change.edits[5]), (Decision{DocumentId{7}, proposal.key, true}));
    }

    void rejectingStoresTheDecisionAlone()
    {
        const Proposal proposal = proposalOf(QStringLiteral("one two"));
        const Change change = rejectChange(DocumentId{7}, proposal);
        QVERIFY(change.label.contains(proposal.incident.title));
        QCOMPARE(change.edits.size(), 1U);
        QCOMPARE(std::get<Decision>(change.edits[0]), (Decision{DocumentId{7}, proposal.key, false}));
    }
};

QTEST_APPLESS_MAIN(TestChange)
#include "tst_change.moc"

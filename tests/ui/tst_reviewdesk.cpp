#include "domain/arranging.h"
#include "ui/reviewdesk.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

constexpr DocumentId report{7};

Proposal proposalOf(const QString &key)
{
    Proposal proposal;
    proposal.key = key;
    proposal.incident.title = key;
    for (const TextSpan words : {TextSpan{0, 3}, TextSpan{4, 7}})
        proposal.claims.push_back({quoteFrom(report, u"one two", words).value(), Stance::Reports});
    return proposal;
}

QStringList keysOf(const std::vector<ReviewDesk::Row> &rows)
{
    QStringList keys;
    for (const ReviewDesk::Row &row : rows)
        keys.append(row.proposal.key);
    return keys;
}

QStringList keysOf(const std::vector<Decision> &decisions)
{
    QStringList keys;
    for (const Decision &decision : decisions)
        keys.append(decision.proposalKey);
    return keys;
}

ReviewDesk deskOfThree()
{
    ReviewDesk desk;
    desk.read(report, {proposalOf(u"a"_s), proposalOf(u"b"_s), proposalOf(u"c"_s)});
    return desk;
}

std::vector<ReviewDesk::Row> split(ReviewDesk &desk, const ReviewDesk::Row &row)
{
    std::vector<ReviewDesk::Row> parts;
    for (const Proposal &part : splitByClaims(row.proposal))
        parts.push_back({row.document, part, readKeys(row)});
    desk.replace(parts.front(), {parts.begin() + 1, parts.end()});
    return parts;
}

} // namespace

class TestReviewDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDecidedIsNotOffered()
    {
        const ReviewDesk desk = deskOfThree();
        QCOMPARE(keysOf(desk.waiting(report, {})), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(keysOf(desk.waiting(report, {u"b"_s})), (QStringList{u"a"_s, u"c"_s}));
        QVERIFY(desk.waiting(DocumentId{8}, {}).empty());
    }

    void aCorrectionOutlastsADecisionThatIsTakenBackAndAnotherReading()
    {
        ReviewDesk desk = deskOfThree();
        ReviewDesk::Row row = desk.waiting(report, {})[1];
        QVERIFY(!desk.isArranged(row));
        row.proposal.incident.title = u"corrected"_s;
        desk.put(row);
        QVERIFY(desk.isArranged(row));
        QCOMPARE(keysOf(desk.waiting(report, {u"b"_s})), (QStringList{u"a"_s, u"c"_s}));
        desk.read(report, {proposalOf(u"a"_s), proposalOf(u"b"_s), proposalOf(u"c"_s)});
        QCOMPARE(desk.waiting(report, {})[1].proposal.incident.title, u"corrected");
        desk.read(report, {proposalOf(u"b"_s)});
        QCOMPARE(desk.waiting(report, {})[0].proposal.incident.title, u"b");
    }

    void aJoinedProposalDecidesBoth()
    {
        ReviewDesk desk = deskOfThree();
        const std::vector<ReviewDesk::Row> rows = desk.waiting(report, {});
        const ReviewDesk::Row both{report, joined(rows[1].proposal, rows[2].proposal), {u"b"_s, u"c"_s}};
        desk.replace(both, {});
        QCOMPARE(keysOf(desk.waiting(report, {})), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(keysOf(desk.decisions(both, {}, true)), (QStringList{u"b"_s, u"c"_s}));
        QCOMPARE(keysOf(desk.waiting(report, {u"b"_s, u"c"_s})), QStringList{u"a"_s});
        desk.restore(both);
        QCOMPARE(keysOf(desk.waiting(report, {})), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }

    void theLastPartDecidesTheWhole()
    {
        ReviewDesk desk = deskOfThree();
        const std::vector<ReviewDesk::Row> parts = split(desk, desk.waiting(report, {})[1]);
        QCOMPARE(keysOf(desk.waiting(report, {})), (QStringList{u"a"_s, u"b/1"_s, u"b/2"_s, u"c"_s}));
        QCOMPARE(keysOf(desk.decisions(parts[0], {}, true)), QStringList{u"b/1"_s});
        QCOMPARE(keysOf(desk.decisions(parts[1], {u"b/1"_s}, false)), (QStringList{u"b/2"_s, u"b"_s}));
        QCOMPARE(keysOf(desk.waiting(report, {u"b/1"_s})), (QStringList{u"a"_s, u"b/2"_s, u"c"_s}));
        QCOMPARE(keysOf(desk.waiting(report, {u"b/1"_s, u"b/2"_s, u"b"_s})), (QStringList{u"a"_s, u"c"_s}));
    }

    void aPartGoesBackToTheWhole()
    {
        ReviewDesk desk = deskOfThree();
        const std::vector<ReviewDesk::Row> parts = split(desk, desk.waiting(report, {})[0]);
        QVERIFY(desk.isArranged(parts[1]));
        desk.restore(parts[1]);
        QCOMPARE(keysOf(desk.waiting(report, {})), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }
};

QTEST_APPLESS_MAIN(TestReviewDesk)
#include "tst_reviewdesk.moc"

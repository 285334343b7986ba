#include "domain/origins.h"

#include "domain/likeness.h"
#include "domain/sharedruns.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>

namespace dateline
{

namespace
{

using Why = OriginMember::Why;

// What copies a copy has to follow it nearly word for word.
constexpr double enoughForRepetitionOfRepetition = 0.75;

/// A document on its way into an origin. Nodes are named by their rank: who may repeat whom.
struct Node
{
    explicit Node(const Sourced &document)
        : candidate(document)
    {
        tie.document = document.id;
        tie.article = document.id;
    }

    [[nodiscard]] const Sourced &document() const { return *candidate.document; }
    [[nodiscard]] bool standsAlone() const { return tie.why == Why::Alone; }
    [[nodiscard]] bool isTied() const { return tie.why == Why::Capture || tie.why == Why::Decision; }

    Candidate candidate;
    OriginMember tie;
    std::optional<std::size_t> parent;
    int depth = 0; ///< How many repetitions it is away from the first document.
};

std::vector<Node> rankedNodes(const std::vector<Sourced> &documents)
{
    std::vector<Node> nodes;
    nodes.reserve(documents.size());
    std::set<QString> credited;
    for (const Sourced &document : documents) {
        const Node &node = nodes.emplace_back(document);
        for (const Attribution &agency : node.candidate.agencies) {
            if (agency.strength == Attribution::Strength::Credit && agency.agency != node.candidate.ownAgency)
                credited.insert(agency.agency);
        }
    }
    // An agency's report comes before those that credit it, even where they are dated earlier, to the day only.
    std::ranges::sort(nodes, {}, [&credited](const Node &node) {
        const Sourced &document = node.document();
        return std::tuple(!credited.contains(node.candidate.ownAgency), !document.published,
                          document.published ? document.published->instant : UtcMinute{}, document.id);
    });
    return nodes;
}

class Grouping
{
public:
    explicit Grouping(const std::vector<Sourced> &documents)
        : m_nodes(rankedNodes(documents))
    {
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            m_byId.emplace(numberOf(m_nodes[i].document().id), i);
    }

    [[nodiscard]] std::vector<Origin> run()
    {
        for (Node &node : m_nodes)
            tieAsDecided(node);
        SharedRuns runs(samples());
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            if (!m_nodes[i].isTied() && !m_nodes[i].standsAlone())
                tieByText(i, runs.earlierAlike(i));
        }
        cutCircles();
        nameArticles();
        return gathered();
    }

private:
    [[nodiscard]] std::vector<std::span<const quint32>> samples() const
    {
        // Nothing follows what stands alone, unless a person says so.
        std::vector<std::span<const quint32>> samples;
        samples.reserve(m_nodes.size());
        for (const Node &node : m_nodes)
            samples.push_back(node.standsAlone() ? std::span<const quint32>() : node.document().fingerprint.sample);
        return samples;
    }

    [[nodiscard]] std::optional<std::size_t> nodeOf(DocumentId id) const
    {
        const auto found = m_byId.find(numberOf(id));
        return found == m_byId.end() ? std::nullopt : std::optional(found->second);
    }

    void tieAsDecided(Node &node)
    {
        const Sourced &document = node.document();
        if (document.origin == document.id)
            node.tie.why = Why::Alone;
        else if (const auto other = nodeOf(document.origin))
            tie(node, Why::Decision, *other);
        else if (const auto older = nodeOf(document.replaces); older && document.replaces != document.id)
            tie(node, Why::Capture, *older);
    }

    void tie(Node &node, Why why, std::size_t other)
    {
        node.parent = other;
        node.tie.why = why;
        node.tie.other = m_nodes[other].document().id;
    }

    void tieByText(std::size_t i, const std::vector<std::size_t> &likely)
    {
        Node &node = m_nodes[i];
        std::optional<Repetition> best;
        std::size_t parent = 0;
        // What a person moved elsewhere takes along only what repeats nothing else.
        const auto worth = [this](const Repetition &repetition, std::size_t other) {
            return std::tuple(m_nodes[other].tie.why != Why::Decision, repetition.likeness.resemblance);
        };
        for (const std::size_t other : likely) {
            std::optional<Repetition> one = repetitionOf(node.candidate, m_nodes[other].candidate);
            if (one && mayFollow(m_nodes[other], *one) && (!best || worth(*one, other) > worth(*best, parent))) {
                best = std::move(one);
                parent = other;
            }
        }
        if (!best)
            return;
        best->member.document = node.tie.document;
        best->member.article = node.tie.article;
        node.tie = std::move(best->member);
        node.parent = parent;
        node.depth = m_nodes[parent].depth + 1;
    }

    // Likeness wears out from copy to copy: without this, weak links would chain a whole case together.
    static bool mayFollow(const Node &parent, const Repetition &repetition)
    {
        return parent.depth == 0
            || (parent.depth == 1 && repetition.likeness.contained >= enoughForRepetitionOfRepetition);
    }

    // A person may have decided that the first document repeats one that repeats it, or that two repeat each other.
    void cutCircles()
    {
        std::vector<std::size_t> walkOf(m_nodes.size(), 0);
        for (std::size_t start = 0; start < m_nodes.size(); ++start) {
            std::optional<std::size_t> at = start;
            for (; at && walkOf[*at] == 0; at = m_nodes[*at].parent)
                walkOf[*at] = start + 1;
            if (at && walkOf[*at] == start + 1)
                cut(weakestOfCircle(*at));
        }
    }

    [[nodiscard]] std::size_t weakestOfCircle(std::size_t first) const
    {
        const auto firmness = [this](std::size_t i) {
            const Node &node = m_nodes[i];
            return std::tuple(node.tie.why == Why::Decision, node.tie.why == Why::Capture, i);
        };
        std::size_t weakest = first;
        for (std::size_t i = *m_nodes[first].parent; i != first; i = *m_nodes[i].parent) {
            if (firmness(i) < firmness(weakest))
                weakest = i;
        }
        return weakest;
    }

    void cut(std::size_t i)
    {
        Node &node = m_nodes[i];
        node.parent.reset();
        node.tie = {.document = node.tie.document, .article = node.tie.article};
    }

    void nameArticles()
    {
        for (Node &node : m_nodes) {
            // No more steps than documents: a damaged file may go round in circles.
            std::optional<std::size_t> older = nodeOf(node.document().replaces);
            for (std::size_t steps = 0; older && steps < m_nodes.size(); ++steps) {
                node.tie.article = m_nodes[*older].document().id;
                older = nodeOf(m_nodes[*older].document().replaces);
            }
        }
    }

    [[nodiscard]] std::vector<Origin> gathered()
    {
        std::vector<std::vector<std::size_t>> groups(m_nodes.size());
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            std::size_t root = i;
            while (m_nodes[root].parent)
                root = *m_nodes[root].parent;
            groups[root].push_back(i);
        }
        const auto time = [this](std::size_t i) {
            const Sourced &document = m_nodes[i].document();
            return std::tuple(!document.published, document.published ? document.published->instant : UtcMinute{},
                              document.id);
        };
        std::vector<std::size_t> roots;
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            if (!m_nodes[i].parent)
                roots.push_back(i);
        }
        std::ranges::sort(roots, {}, time);
        std::vector<Origin> origins;
        for (const std::size_t root : roots) {
            std::ranges::sort(groups[root], {}, [&](std::size_t i) { return std::tuple(i != root, time(i)); });
            Origin &origin = origins.emplace_back();
            std::set<DocumentId> articles;
            for (const std::size_t i : groups[root]) {
                articles.insert(m_nodes[i].tie.article);
                origin.members.push_back(std::move(m_nodes[i].tie));
            }
            origin.articles = static_cast<int>(articles.size());
        }
        return origins;
    }

    std::vector<Node> m_nodes;
    std::unordered_map<std::int64_t, std::size_t> m_byId;
};

struct OriginText
{
    Q_DECLARE_TR_FUNCTIONS(Origin)
};

QString likenessText(const OriginMember &member, const QString &otherName)
{
    return (member.isShorter ? OriginText::tr("about %1 % of its words run as in “%2”")
                             : OriginText::tr("about %1 % of the words of “%2” run the same in it"))
        .arg(member.percent)
        .arg(otherName);
}

} // namespace

std::vector<Origin> originsOf(const std::vector<Sourced> &documents)
{
    return Grouping(documents).run();
}

QString reasonFor(const OriginMember &member, const QString &otherName)
{
    const QString likeness = likenessText(member, otherName);
    switch (member.why) {
    case Why::First: return {};
    case Why::Alone: return OriginText::tr("Counted as its own origin, as somebody decided");
    case Why::Capture: return OriginText::tr("A newer capture of “%1”").arg(otherName);
    case Why::Decision: return OriginText::tr("Counted with “%1”, as somebody decided").arg(otherName);
    case Why::Words: return likeness.left(1).toUpper() + likeness.sliced(1);
    case Why::Credit:
        return (member.isAgencysOwn ? OriginText::tr("Credits %1 (“%2”), whose own report this is; %3")
                                    : OriginText::tr("Credits %1 (“%2”), as that one does within two days; %3"))
            .arg(member.agency, member.words, likeness);
    case Why::Mention:
        return OriginText::tr("Names %1 (“%2”), as that one does within two days; %3")
            .arg(member.agency, member.words, likeness);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace dateline

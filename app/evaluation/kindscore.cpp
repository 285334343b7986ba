#include "evaluation/kindscore.h"

#include "evaluation/evaluationtext.h"

namespace dateline
{

namespace
{} // namespace

const FoundEvent *mainEventOf(std::span<const FoundEvent> events)
{
    const FoundEvent *main = nullptr;
    for (const FoundEvent &event : events) {
        if (!main || event.weight > main->weight)
            main = &event;
    }
    return main;
}

void KindScore::add(const LabelledText &text, std::span<const FoundEvent> found, std::vector<Miss> &misses)
{
    if (!text.kind)
        return;
    const auto indexOf = [](auto kind) { return static_cast<std::size_t>(kind); };
    const FoundEvent *event = mainEventOf(found);
    std::optional<std::size_t> kind;
    std::optional<std::size_t> subKind;
    if (event) {
        kind = indexOf(kindOf(event->subKind));
        subKind = indexOf(event->subKind);
    }
    m_silent += event ? 0 : 1;
    m_kinds.add(indexOf(text.kind->kind), kind);
    bool right = kind == indexOf(text.kind->kind);
    if (text.kind->subKind) {
        m_subKinds.add(indexOf(*text.kind->subKind), subKind);
        right = right && subKind == indexOf(*text.kind->subKind);
    }
    if (right)
        return;
    const QString wanted = text.kind->subKind ? termOf(*text.kind->subKind) : termOf(text.kind->kind);
    const QString got = !event ? QString()
        : text.kind->subKind   ? termOf(event->subKind)
                               : termOf(kindOf(event->subKind));
    const TextSpan words = event ? event->span : TextSpan{};
    misses.push_back({FoundLayer::Kinds, event ? EvaluationText::tr("kind") : EvaluationText::tr("missed"), text.name,
                      wanted, got,
                      event ? contextOf(text.document.text, words) : text.document.text.simplified().left(200)});
}

std::vector<Measure> KindScore::measures() const
{
    Measures measures(FoundLayer::Kinds);
    measures.count(QStringLiteral("labelled"), EvaluationText::tr("labelled"), m_kinds.right().of);
    measures.count(QStringLiteral("silent"), EvaluationText::tr("no event found"), m_silent);
    measures.share(QStringLiteral("accuracy"), EvaluationText::tr("accuracy, six types"), m_kinds.right().share());
    measures.share(QStringLiteral("weightedF1"), EvaluationText::tr("weighted F1, six types"), m_kinds.weightedF1());
    if (m_subKinds.right().of > 0) {
        measures.share(QStringLiteral("subKindAccuracy"), EvaluationText::tr("accuracy, sub-types"),
                       m_subKinds.right().share());
        measures.share(QStringLiteral("subKindWeightedF1"), EvaluationText::tr("weighted F1, sub-types"),
                       m_subKinds.weightedF1());
    }
    return measures.take();
}

} // namespace dateline

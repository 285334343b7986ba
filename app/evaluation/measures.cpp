#include "evaluation/measures.h"

#include "evaluation/evaluationtext.h"

namespace dateline
{

namespace
{} // namespace

void Measures::count(const QString &key, const QString &label, qsizetype value)
{
    m_measures.push_back({m_layer, key, label, static_cast<double>(value), Measure::Unit::Count});
}

void Measures::share(const QString &key, const QString &label, double value)
{
    m_measures.push_back({m_layer, key, label, value, Measure::Unit::Share});
}

void Measures::kilometres(const QString &key, const QString &label, double value)
{
    m_measures.push_back({m_layer, key, label, value, Measure::Unit::Kilometres});
}

void Measures::agreement(const QString &key, const QString &label, const Agreement &agreement)
{
    const auto keyWith = [&key](const char *suffix) {
        const QString whole = key + QLatin1StringView(suffix);
        return whole.left(1).toLower() + whole.mid(1);
    };
    const auto labelWith = [&label](const QString &suffix) { return label.isEmpty() ? suffix : label + u' ' + suffix; };
    share(keyWith("Precision"), labelWith(EvaluationText::tr("precision")), agreement.precision.share());
    share(keyWith("Recall"), labelWith(EvaluationText::tr("recall")), agreement.recall.share());
    share(keyWith("F1"), labelWith(QStringLiteral("F1")), agreement.f1());
}

} // namespace dateline

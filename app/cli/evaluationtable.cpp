#include "cli/evaluationtable.h"

#include "cli/clitext.h"

#include <algorithm>

namespace dateline
{

namespace
{

/// One line of a table: a label and a cell for each corpus.
struct Line
{
    QString label;
    QStringList cells;
};

QString cellOf(const Measure &measure)
{
    switch (measure.unit) {
    case Measure::Unit::Count: return QString::number(static_cast<qsizetype>(measure.value));
    case Measure::Unit::Kilometres: return QString::number(measure.value, 'f', 1);
    case Measure::Unit::Share: break;
    }
    return QString::number(measure.value, 'f', 3);
}

const Measure *measureIn(const Evaluation &evaluation, const Measure &like)
{
    const auto same = std::ranges::find_if(evaluation.measures, [&like](const Measure &measure) {
        return measure.layer == like.layer && measure.key == like.key;
    });
    return same == evaluation.measures.end() ? nullptr : &*same;
}

/// Every measure that any corpus has, by layers, in the order in which they first come.
std::vector<Measure> measuresOf(std::span<const Evaluation> evaluations)
{
    std::vector<Measure> all;
    for (const Evaluation &evaluation : evaluations) {
        for (const Measure &measure : evaluation.measures) {
            const auto same = [&measure](const Measure &m) { return m.layer == measure.layer && m.key == measure.key; };
            if (std::ranges::none_of(all, same))
                all.push_back(measure);
        }
    }
    std::ranges::stable_sort(all, {}, &Measure::layer);
    return all;
}

template<typename Cell>
Line line(const QString &label, std::span<const Evaluation> evaluations, Cell cell)
{
    Line line{label, {}};
    for (const Evaluation &evaluation : evaluations)
        line.cells << cell(evaluation);
    return line;
}

QString aligned(const std::vector<Line> &lines)
{
    std::vector<qsizetype> widths;
    for (const Line &line : lines) {
        widths.resize(static_cast<std::size_t>(line.cells.size()) + 1);
        widths.front() = std::max(widths.front(), line.label.size());
        for (qsizetype i = 0; i < line.cells.size(); ++i) {
            qsizetype &width = widths[static_cast<std::size_t>(i) + 1];
            width = std::max(width, line.cells[i].size());
        }
    }
    QStringList rows;
    for (const Line &line : lines) {
        QString row = line.label.leftJustified(widths.front());
        for (qsizetype i = 0; i < line.cells.size(); ++i)
            row += QStringLiteral("  ") + line.cells[i].rightJustified(widths[static_cast<std::size_t>(i) + 1]);
        rows << row;
    }
    return rows.join(u'\n');
}

QString layerName(FoundLayer layer)
{
    switch (layer) {
    case FoundLayer::Places: return CliText::tr("places");
    case FoundLayer::Times: return CliText::tr("times");
    case FoundLayer::Quotes: return CliText::tr("quotes");
    case FoundLayer::Kinds: return CliText::tr("kinds");
    case FoundLayer::Incidents: return CliText::tr("incidents");
    }
    return {};
}

} // namespace

QString tableOf(std::span<const Evaluation> evaluations)
{
    std::vector<Line> lines{
        line({}, evaluations, [](const Evaluation &e) { return e.name; }),
        line(CliText::tr("format"), evaluations, [](const Evaluation &e) { return e.format; }),
        line(CliText::tr("texts"), evaluations, [](const Evaluation &e) { return QString::number(e.texts); })};
    for (const Measure &measure : measuresOf(evaluations)) {
        lines.push_back(line(layerName(measure.layer) + QStringLiteral(": ") + measure.label, evaluations,
                             [&measure](const Evaluation &e) {
                                 const Measure *own = measureIn(e, measure);
                                 return own ? cellOf(*own) : QStringLiteral("-");
                             }));
    }
    lines.push_back(line(CliText::tr("KB of text"), evaluations, [](const Evaluation &e) {
        return QString::number(static_cast<double>(e.bytes) / 1e3, 'f', 0);
    }));
    lines.push_back(line(CliText::tr("MB of text a second, one core"), evaluations,
                         [](const Evaluation &e) { return QString::number(e.megabytesPerSecond(), 'f', 2); }));
    return aligned(lines);
}

QJsonObject jsonOf(const Evaluation &evaluation)
{
    QJsonObject object{{QStringLiteral("name"), evaluation.name},
                       {QStringLiteral("format"), evaluation.format},
                       {QStringLiteral("texts"), evaluation.texts},
                       {QStringLiteral("bytes"), evaluation.bytes},
                       {QStringLiteral("misfits"), evaluation.misfits},
                       {QStringLiteral("seconds"), evaluation.seconds},
                       {QStringLiteral("megabytesPerSecond"), evaluation.megabytesPerSecond()}};
    for (const Measure &measure : evaluation.measures) {
        QJsonObject layer = object.value(keyOf(measure.layer)).toObject();
        layer.insert(measure.key, measure.value);
        object.insert(keyOf(measure.layer), layer);
    }
    return object;
}

QJsonObject jsonOf(const Miss &miss)
{
    return {{QStringLiteral("layer"), keyOf(miss.layer)}, {QStringLiteral("what"), miss.what},
            {QStringLiteral("text"), miss.text},          {QStringLiteral("labelled"), miss.gold},
            {QStringLiteral("found"), miss.found},        {QStringLiteral("context"), miss.context}};
}

QString lineOf(const Miss &miss, const QString &corpus)
{
    return QStringList{keyOf(miss.layer), miss.what, corpus, miss.text, miss.gold, miss.found, miss.context}.join(
        u'\t');
}

} // namespace dateline

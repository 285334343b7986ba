#include "publish/touchedfigures.h"

#include "publish/figurecontent.h"
#include "publish/publishtext.h"

#include <algorithm>

namespace dateline
{

namespace
{

/// Parts of a filter that an incident itself does not tell.
std::uint16_t partsAskedOfTheCase()
{
    std::uint16_t bits = 0;
    for (const FilterPart part : {FilterPart::KnownAt, FilterPart::Origins, FilterPart::Actor, FilterPart::Source,
                                  FilterPart::Tag, FilterPart::Words})
        bits |= bitOf(part);
    return bits;
}

bool isWithin(const IncidentColumns &columns, std::size_t row, const std::optional<LonLatBox> &box)
{
    return !box
        || (columns.has(row, IncidentColumns::HasPlace)
            && box->contains(lonLatFromFixed({columns.x[row], columns.y[row]})));
}

Result<qint64> countTouched(const Case &file, const FigureSpec &spec, std::span<const PlannedChange> changes,
                            const IncidentTable &becoming)
{
    const Result<IncidentTable> now = tableOf(file, spec.filter);
    if (!now)
        return std::unexpected(now.error());
    const std::uint16_t asked = partsAskedOfTheCase();
    const auto touches = [&](const PlannedChange &change) {
        if (!spec.only.empty() && !std::ranges::binary_search(spec.only, change.incident))
            return false;
        const std::optional<std::uint32_t> row =
            change.incident == IncidentId{} ? std::nullopt : now->rowOf(change.incident);
        if (row && now->shows(*row) && isWithin(now->columns(), *row, spec.box))
            return true;
        return change.after && becoming.shows(*change.after) && isWithin(becoming.columns(), *change.after, spec.box)
            && (!row || (now->hidden()[*row] & asked) == 0);
    };
    return std::ranges::count_if(changes, touches);
}

} // namespace

Result<std::vector<TouchedFigure>> figuresTouchedBy(const Case &file, std::span<const PlannedChange> changes,
                                                    const IncidentColumns &after)
{
    const Result<std::vector<FigureSpec>> figures = file.figures();
    if (!figures)
        return std::unexpected(figures.error());
    std::vector<TouchedFigure> touched;
    if (figures->empty() || changes.empty())
        return touched;
    IncidentTable becoming(after);
    for (const FigureSpec &spec : *figures) {
        becoming.setFilter(spec.filter);
        for (const FilterPart part : {FilterPart::Actor, FilterPart::Source, FilterPart::Tag, FilterPart::Words})
            becoming.setAllMatch(part);
        const Result<qint64> count = countTouched(file, spec, changes, becoming);
        if (!count)
            return std::unexpected(count.error());
        if (*count > 0) {
            touched.push_back({spec.id,
                               spec.title.isEmpty() ? PublishText::tr("Figure %1").arg(numberOf(spec.id)) : spec.title,
                               *count});
        }
    }
    return touched;
}

QString figuresText(std::span<const TouchedFigure> figures)
{
    QStringList names;
    for (const TouchedFigure &figure : figures) {
        names.append(figure.incidents == 1
                         ? PublishText::tr("“%1” (1 incident)").arg(figure.name)
                         : PublishText::tr("“%1” (%L2 incidents)").arg(figure.name).arg(figure.incidents));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace dateline

#include "ui/replacementtexts.h"

#include "ui/wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace dateline
{

namespace
{

struct ReplacementModelText
{
    Q_DECLARE_TR_FUNCTIONS(ReplacementModel)
};

QString dayText(UtcMinute time)
{
    return publishedText(WrittenTime{time, TimePrecision::Day, {}});
}

} // namespace

QString standingText(const ReplacementCounts &counts)
{
    const int standing = counts.exact + counts.moved;
    const int total = counts.total();
    if (total == 0)
        return ReplacementModelText::tr("No quotes rest on this source");
    if (standing == total) {
        return total == 1 ? ReplacementModelText::tr("The one quote stands in the new capture")
                          : ReplacementModelText::tr("All %1 quotes stand in the new capture").arg(total);
    }
    if (counts.lost == total) {
        return total == 1 ? ReplacementModelText::tr("The one quote is not in the new capture")
                          : ReplacementModelText::tr("None of the %1 quotes is in the new capture").arg(total);
    }
    return ReplacementModelText::tr("%1 of %2 quotes stand in the new capture").arg(standing).arg(total);
}

QString countsText(const ReplacementCounts &counts)
{
    QStringList parts;
    for (const auto &[count, text] : {std::pair(counts.exact, ReplacementModelText::tr("%1 where they stood")),
                                      {counts.moved, ReplacementModelText::tr("%1 moved")},
                                      {counts.changed, ReplacementModelText::tr("%1 with other words")},
                                      {counts.ambiguous, ReplacementModelText::tr("%1 at an uncertain place")},
                                      {counts.lost, ReplacementModelText::tr("%1 gone")}}) {
        if (count > 0)
            parts.append(text.arg(count));
    }
    return parts.join(ReplacementModelText::tr(" · "));
}

QString consequenceText(const ReplacementCounts &counts)
{
    if (counts.total() == 0)
        return ReplacementModelText::tr("The older capture stays in the case.");
    const int staying = counts.total() - counts.following;
    if (counts.following == 0)
        return ReplacementModelText::tr(
            "No quote goes over to the new capture; all stay on the older one, which stays in the case.");
    const QString follow = counts.following == 1
        ? ReplacementModelText::tr("1 quote goes over to the new capture")
        : ReplacementModelText::tr("%1 quotes go over to the new capture").arg(counts.following);
    if (staying == 0)
        return ReplacementModelText::tr("%1; the older one stays in the case.").arg(follow);
    const QString stay = staying == 1 ? ReplacementModelText::tr("1 stays on the older one")
                                      : ReplacementModelText::tr("%1 stay on the older one").arg(staying);
    return ReplacementModelText::tr("%1, %2, which stays in the case.").arg(follow, stay);
}

QString capturesText(const Document &older, const Document &newer)
{
    if (newer.textSha256 == older.textSha256)
        return ReplacementModelText::tr("The new capture has the very same text.");
    const QString from = newer.id > DocumentId{} ? dayText(newer.retrieved) : newer.fileName;
    return ReplacementModelText::tr("New capture: %1, %2 characters. Older one: taken in on %3, %4 characters.")
        .arg(from, QLocale().toString(newer.text.size()), dayText(older.retrieved),
             QLocale().toString(older.text.size()));
}

QString captureText(const DocumentSummary &document, int quotes)
{
    const QString day = dayText(document.retrieved);
    if (document.replacedBy == DocumentId{})
        return document.replaces == DocumentId{} ? QString()
                                                 : ReplacementModelText::tr("Newer capture, taken in on %1").arg(day);
    switch (quotes) {
    case 0: return ReplacementModelText::tr("Older capture, taken in on %1").arg(day);
    case 1: return ReplacementModelText::tr("Older capture, taken in on %1; 1 quote stands on it").arg(day);
    default:
        return ReplacementModelText::tr("Older capture, taken in on %1; %2 quotes stand on it")
            .arg(day, QLocale().toString(quotes));
    }
}

} // namespace dateline

#include "domain/caseinfo.h"

namespace dateline
{

QStringList dataCreditsIn(const QString &notes)
{
    QStringList credits;
    for (const QString &line : notes.split(u'\n')) {
        if (const QString credit = line.trimmed(); credit.startsWith(QLatin1StringView("Data:")))
            credits.append(credit);
    }
    return credits;
}

} // namespace dateline

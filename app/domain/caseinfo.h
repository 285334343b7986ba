#pragma once

#include <QString>
#include <QStringList>

namespace dateline
{

/// What a case says of itself to whoever opens it.
struct CaseInfo
{
    QString title;
    QString author;
    QString licence; ///< On what terms it may be passed on.
    QString notes;

    friend bool operator==(const CaseInfo &, const CaseInfo &) = default;
};

/// Which case something was made from, and how far the case was then.
struct CaseStamp
{
    QString file; ///< Its file's name, without folders; empty if it is not told.
    QString title;
    QString licence;
    QString historySha256; ///< Of the last row of its history, in hex; empty if nothing was done in it yet.

    friend bool operator==(const CaseStamp &, const CaseStamp &) = default;
};

/// The lines of CaseInfo::notes that credit data: those that begin with “Data:”. Figures print them.
[[nodiscard]] QStringList dataCreditsIn(const QString &notes);

} // namespace dateline

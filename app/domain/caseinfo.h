#pragma once

#include <QString>

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

} // namespace dateline

#pragma once

#include "sources/readsources.h"

#include <QCoreApplication>

namespace dateline
{

/// A sentence in the words of the readers; %1 is the file's name.
[[nodiscard]] inline QString sentence(const char *text, const QString &name)
{
    return QCoreApplication::translate("Sources", text).arg(name);
}

/// A file from which nothing could be read, and why.
[[nodiscard]] inline SourcesRead refusal(Error::Kind kind, const char *text, const QString &name)
{
    return refused(kind, sentence(text, name), name);
}

} // namespace dateline

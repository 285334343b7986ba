#pragma once

#include "cli/replacing.h"
#include "reading/propose.h"
#include "sources/readsources.h"

#include <optional>

namespace dateline
{

/// What the options say of the documents that are read; what they do not say is as the file tells it.
struct Stated
{
    std::optional<WrittenTime> published;
    QString title;
    QString publisher;
    QString address;
};

/// How sources are read, and what becomes of them.
struct Task
{
    Stated stated;
    const Gazetteer &gazetteer;
    Case *file; ///< That keeps them; null if none does.
    std::optional<OlderCapture> older; ///< What the one text replaces there.
    std::optional<LonLatBox> area; ///< What that case is about.
    bool accept; ///< Every proposal becomes an incident.
};

/// A text that was read, what it reports, and where the quotes of the capture that it replaces stand in it.
struct ReadText
{
    Document document;
    std::vector<Proposal> proposals;
    std::vector<ReplacedQuote> quotes;
};

/// What one file gave.
struct TakenIn
{
    std::vector<ReadText> texts;
    std::vector<Error> refused;
};

/// Reads the file at @p path, or standard input for “-”, and keeps its documents as @p task says, all of a file in one
/// step of the case's history.
[[nodiscard]] TakenIn takeIn(const QString &path, const Task &task);

} // namespace dateline

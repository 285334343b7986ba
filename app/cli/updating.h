#pragma once

#include "tables/release.h"

#include <QCommandLineParser>

#include <optional>

namespace dateline
{

// dateline import --update: a newer download compared with what the case has of its data set.

/// What the options of an update ask for.
struct UpdateAsked
{
    bool accept = false;
    ReleaseTicks ticks = ReleaseTicks::usual();
    bool json = false;
};

void addUpdateOptions(QCommandLineParser &parser);

/// None if no update is asked for; Malformed where the options make no sense.
[[nodiscard]] Result<std::optional<UpdateAsked>> updateAskedBy(const QCommandLineParser &parser);

/// Compares, prints what differs and takes it if that is asked for; tells the exit status.
[[nodiscard]] int runUpdate(Case &file, const QString &path, const Layout *layout, const UpdateAsked &asked);

} // namespace dateline

#pragma once

#include "cli/updating.h"
#include "tables/importtable.h"

#include <QStringList>

#include <expected>

namespace dateline
{

/// What “dateline import” was asked for.
struct ImportAsked
{
    QStringList paths; ///< At least one.
    QString into; ///< The case; empty only for a dry run.
    ImportOptions options;
    MappingPtr mapping; ///< That --mapping names; null if none.
    std::optional<DateOrder> dateOrder;
    QString crs;
    QString saveMapping; ///< Where the mapping goes that is used; empty for nowhere.
    bool guess = false; ///< What the columns seem to be is taken.
    bool dryRun = false;
    std::optional<UpdateAsked> update;
    bool json = false;
};

/// Reads the arguments after “import”; the exit status if there is nothing to be done.
[[nodiscard]] std::expected<ImportAsked, int> importAskedFrom(const QStringList &arguments);

} // namespace dateline

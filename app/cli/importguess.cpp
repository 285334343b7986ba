#include "cli/importguess.h"

#include "cli/clitext.h"
#include "cli/console.h"
#include "tables/mappingguess.h"
#include "tables/mappingjson.h"
#include "tables/savedmappings.h"

#include <algorithm>

namespace dateline
{

namespace
{

Mapping answered(Mapping mapping, const ImportAsked &asked)
{
    if (asked.dateOrder)
        mapping.dateOrder = *asked.dateOrder;
    if (!asked.crs.isEmpty())
        mapping.crs = asked.crs;
    return mapping;
}

/// The guess with what was answered, and what is open still.
void answer(MappingGuess &guess, const ImportAsked &asked)
{
    guess.mapping = answered(std::move(guess.mapping), asked);
    std::erase_if(guess.gaps, [&](MappingGap gap) {
        return (gap == MappingGap::DateOrder && asked.dateOrder) || (gap == MappingGap::Crs && !asked.crs.isEmpty());
    });
}

QString optionFor(MappingGap gap)
{
    switch (gap) {
    case MappingGap::DateOrder: return QStringLiteral("--date-order");
    case MappingGap::Crs: return QStringLiteral("--crs");
    default: return QStringLiteral("--mapping");
    }
}

/// Shows what the columns of a table seem to be.
void printGuess(const QString &name, const MappingGuess &guess)
{
    print(CliText::tr("%1 seems to be:").arg(name));
    for (const MappedColumn &column : guess.mapping.columns)
        print(QStringLiteral("  %1: %2").arg(column.name, nameOf(column.role)));
    for (const MappedKind &kind : guess.mapping.kinds) {
        print(QStringLiteral("  “%1”: %2").arg(kind.word, kind.subKind ? termOf(*kind.subKind) : termOf(kind.kind)));
    }
    if (guess.mapping.dateOrder != DateOrder::NotTold)
        print(CliText::tr("  Order of dates: %1").arg(keyOf(guess.mapping.dateOrder)));
    if (!guess.mapping.crs.isEmpty())
        print(CliText::tr("  System of coordinates: %1").arg(guess.mapping.crs));
    for (const QString &remark : guess.remarks)
        print(QStringLiteral("  ") + remark);
}

Result<void> saveIfAsked(const Mapping &mapping, const ImportAsked &asked)
{
    return asked.saveMapping.isEmpty() ? Result<void>() : writeMapping(mapping, asked.saveMapping);
}

/// Guesses what the tables at @p path are, of which @p unknown says that they have no layout.
Result<ImportOptions> guessed(const QString &path, const ImportAsked &asked, const Error &unknown)
{
    const Result<std::vector<TableSample>> samples = samplesIn(path);
    if (!samples)
        return std::unexpected(samples.error());
    ImportOptions options = asked.options;
    options.onlyMappings = true;
    for (const TableSample &sample : *samples) {
        MappingGuess guess = guessOf(sample);
        answer(guess, asked);
        // A sheet beside the table of incidents.
        if (std::ranges::contains(guess.gaps, MappingGap::Nothing))
            continue;
        const QString name = sample.part.name.isEmpty() ? path : CliText::tr("%1, “%2”").arg(path, sample.part.name);
        if (!asked.json)
            printGuess(name, guess);
        if (const Result<void> saved = saveIfAsked(guess.mapping, asked); !saved)
            return std::unexpected(saved.error());
        if (!guess.gaps.empty()) {
            QString what = textOf(guess.gaps.front());
            if (guess.gaps.front() == MappingGap::DateOrder && !guess.datesExample.isEmpty())
                what = CliText::tr("%1 (“%2”)").arg(what, guess.datesExample);
            return failure(
                Error::Kind::Unsupported,
                CliText::tr("“%1” is not brought in: %2, with %3").arg(name, what, optionFor(guess.gaps.front())),
                path);
        }
        options.mappings.push_back(std::make_shared<const Mapping>(std::move(guess.mapping)));
    }
    if (options.mappings.empty())
        return std::unexpected(unknown);
    if (!asked.guess) {
        return failure(
            Error::Kind::Unsupported,
            CliText::tr("“%1” is of no known layout; if its columns are what they seem to be, bring it in with "
                        "--guess, else write that to a file with --save-mapping, correct it there and use it "
                        "with --mapping")
                .arg(path),
            path);
    }
    return options;
}

} // namespace

Result<ImportOptions> mappedOptions(const QString &path, const ImportAsked &asked)
{
    ImportOptions options = asked.options;
    if (asked.mapping) {
        options.mappings = {std::make_shared<const Mapping>(answered(*asked.mapping, asked))};
        options.onlyMappings = true;
        if (const Result<void> saved = saveIfAsked(*options.mappings.front(), asked); !saved)
            return std::unexpected(saved.error());
        return options;
    }
    if (options.layout)
        return options;
    for (const MappingPtr &mapping : savedToTry())
        options.mappings.push_back(std::make_shared<const Mapping>(answered(*mapping, asked)));
    const Result<KnownTables> tables = tablesIn(path, wishOf(options));
    if (!tables)
        return tables.error().kind == Error::Kind::Unsupported ? guessed(path, asked, tables.error())
                                                               : std::unexpected(tables.error());
    for (const KnownTable &table : tables->known) {
        if (!table.plan.mapping)
            continue;
        if (const Result<void> saved = saveIfAsked(*table.plan.mapping, asked); !saved)
            return std::unexpected(saved.error());
    }
    return options;
}

} // namespace dateline

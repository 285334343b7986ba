#include "cli/takingin.h"

#include "cli/clitext.h"

#include <QFile>

#include <cstdio>

namespace dateline
{

namespace
{

SourcesRead readFrom(const QString &path)
{
    if (path != u"-")
        return readSources(path);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {{}, {{Error::Kind::Unreadable, CliText::tr("Standard input could not be read"), {}}}};
    return sourcesFrom(input.read(largestSourceBytes + 1), CliText::tr("standard input"));
}

void overrule(Document &document, const Stated &stated)
{
    if (stated.published)
        document.published = stated.published;
    for (const auto &[value, field] : {std::pair(&stated.title, &document.title),
                                       {&stated.publisher, &document.publisher},
                                       {&stated.address, &document.address}}) {
        if (!value->isEmpty())
            *field = *value;
    }
}

/// Stores @p texts, and their proposals as incidents if @p accept.
std::optional<Error> keep(Case &file, const std::vector<ReadText> &texts, const QString &name, bool accept)
{
    Change change{CliText::tr("Read “%1”").arg(name), {}};
    std::int64_t next = -1;
    for (const ReadText &text : texts) {
        Document document = text.document;
        document.id = DocumentId{next--};
        change.edits.emplace_back(std::move(document));
    }
    const Result<Changed> stored = file.apply(change);
    if (!stored)
        return stored.error();
    if (stored->documents.size() != texts.size())
        return Error{Error::Kind::Conflict, CliText::tr("%1 is in the case already").arg(name), name};
    for (std::size_t i = 0; accept && i < texts.size(); ++i) {
        for (const Proposal &proposal : texts[i].proposals) {
            if (const Result<Changed> accepted = file.apply(acceptChange(stored->documents[i], proposal)); !accepted)
                return accepted.error();
        }
    }
    return std::nullopt;
}

std::optional<Error> replace(const Task &task, std::vector<ReadText> &texts)
{
    if (texts.size() != 1) {
        return Error{
            Error::Kind::Unsupported,
            CliText::tr("--replaces takes one document, and the file holds %1; name a file with one").arg(texts.size()),
            {}};
    }
    ReadText &text = texts.front();
    Result<std::vector<ReplacedQuote>> quotes = replaceDocument(*task.file, *task.older, text.document);
    if (!quotes)
        return quotes.error();
    text.quotes = std::move(*quotes);
    return std::nullopt;
}

} // namespace

TakenIn takeIn(const QString &path, const Task &task)
{
    SourcesRead read = readFrom(path);
    TakenIn taken{{}, std::move(read.refused)};
    for (Document &document : read.documents) {
        overrule(document, task.stated);
        ReadText &text = taken.texts.emplace_back();
        text.document = task.older ? newerCapture(std::move(document), task.older->document) : std::move(document);
        text.proposals = propose(text.document, task.gazetteer, {}, task.area).proposals;
    }
    if (!task.file || taken.texts.empty())
        return taken;
    const QString name = taken.texts.size() == 1 ? nameOf(taken.texts.front().document) : path;
    if (std::optional<Error> error =
            task.older ? replace(task, taken.texts) : keep(*task.file, taken.texts, name, task.accept)) {
        taken.texts.clear();
        taken.refused.push_back(std::move(*error));
    }
    return taken;
}

} // namespace dateline

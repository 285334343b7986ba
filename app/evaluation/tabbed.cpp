#include "evaluation/kindlabels.h"
#include "evaluation/readers.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace dateline
{

namespace
{

struct Row
{
    QString text;
    std::optional<LabelledKind> kind;
};

/// The row's longest cell is its text; the kind is the cell that names one, whatever its column.
Row rowFrom(const QString &line)
{
    Row row;
    for (const QString &cell : line.split(u'\t')) {
        if (const std::optional<LabelledKind> kind = kindFromLabel(cell))
            row.kind = kind;
        else if (cell.size() > row.text.size())
            row.text = cell.trimmed();
    }
    return row;
}

constexpr qsizetype linesLookedAt = 20;

} // namespace

bool looksLikeTabbed(const CorpusFile &file)
{
    constexpr qsizetype headBytes = 64 * 1024;
    const QString head = textOf(file.bytes.first(std::min(file.bytes.size(), headBytes)));
    qsizetype tabbed = 0;
    qsizetype labelled = 0;
    for (const QString &line : head.split(u'\n', Qt::SkipEmptyParts).mid(0, linesLookedAt)) {
        tabbed += line.contains(u'\t') ? 1 : 0;
        labelled += rowFrom(line).kind ? 1 : 0;
    }
    return labelled > 0 && labelled * 2 >= tabbed;
}

Result<Labelled> readTabbed(const CorpusFile &file)
{
    Labelled texts;
    qsizetype number = 0;
    const QString content = textOf(file.bytes);
    for (const QString &line : content.split(u'\n')) {
        ++number;
        Row row = rowFrom(line);
        if (!row.kind || row.text.isEmpty())
            continue;
        LabelledText text =
            labelledText(QStringLiteral("%1:%2").arg(QFileInfo(file.path).fileName()).arg(number), row.text);
        text.kind = row.kind;
        texts.push_back(std::move(text));
    }
    return texts;
}

} // namespace dateline

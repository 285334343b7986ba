#pragma once

#include "casefile/case.h"
#include "domain/filter.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QStringList>

#include <functional>
#include <span>
#include <vector>

namespace dateline
{

struct ExportJob;

/// A form that incidents are handed on in. One file each, and a line in exportFormats().
struct ExportFormat
{
    QLatin1StringView key; ///< What --as takes.
    QLatin1StringView ending; ///< Of its files, in small letters; empty for a folder.
    const char *about; ///< What it is, in English.
    bool needsPlace = false; ///< What has no place is left out.
    bool needsPoint = false; ///< So is what is a line or an area.
    bool needsTime = false; ///< So is what has no time.
    int passes = 1; ///< How often it goes through all incidents.
    bool hidesGraphic = false; ///< Whoever opens it hides graphic words until they are asked for, so it holds them.
    bool byDay = false; ///< It goes through them by day.
    Result<void> (*write)(ExportJob &job) = nullptr;
};

/// All of them. Of two with the same ending the earlier one is taken.
[[nodiscard]] std::span<const ExportFormat> exportFormats();

/// Null if there is none.
[[nodiscard]] const ExportFormat *exportFormatNamed(QStringView key);

/// The format that the ending of @p path stands for; null if it stands for none.
[[nodiscard]] const ExportFormat *exportFormatOf(const QString &path);

struct ExportOptions
{
    const ExportFormat *format = nullptr; ///< Null: by the file's ending.
    IncidentFilter filter;
    std::vector<IncidentId> only; ///< If any, what the filter shows of these alone; ascending.
    double blurMetres = 10'000; ///< How far sensitive places may be from what is written; 0: as they are.
    bool graphicWords = false; ///< Whether the words of graphic incidents and documents are written.
    bool lossless = false; ///< Cells of CSV that a spreadsheet takes for formulas are written as they are.
    QByteArray figure; ///< A PNG for the head of a report; empty for none.
    QString figureText; ///< For those who do not see it.
};

struct ExportProgress
{
    qint64 done = 0;
    qint64 all = 0;
};

/// Told how far it is; false ends the export, and nothing is left of it.
using ExportProceed = std::function<bool(const ExportProgress &progress)>;

/// What became of an export.
struct ExportReport
{
    const ExportFormat *format = nullptr;
    QStringList files; ///< What was written; a folder counts as one.
    qint64 written = 0; ///< How many incidents.
    qint64 filtered = 0; ///< How many the filter or the selection does not show.
    qint64 missing = 0; ///< How many of the selection are not in the case.
    qint64 unplaced = 0; ///< How many were left out for want of a place, in a format that needs one.
    qint64 undated = 0; ///< How many for want of a time.
    qint64 blurred = 0; ///< How many were told by an area on purpose.
    qint64 withheld = 0; ///< How many quotes were written without their words, or not at all.
    qint64 exact = 0; ///< How many sensitive places were written as they are.
    QStringList notes; ///< What else whoever passes it on should know, a sentence each, without full stops.
    bool cancelled = false; ///< Then nothing was written.
};

/// Writes what @p options say of @p file to @p path, as it may leave the house: see ExportOptions::blurMetres.
///
/// What is there at @p path is replaced when the new file is complete; a case or a folder is not. Any thread; @p proceed
/// is called in the same one, a few times a second. Errors: Unsupported for an ending that no format has, Conflict for
/// what may not be replaced, Unwritable, and those of reading the case.
[[nodiscard]] Result<ExportReport> exportIncidents(const Case &file, const QString &path, const ExportOptions &options,
                                                   const ExportProceed &proceed = {});

/// What was left out or altered, a sentence each, without full stops; empty if nothing was.
[[nodiscard]] QStringList leftOutSentences(const ExportReport &report);

} // namespace dateline

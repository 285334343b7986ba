#pragma once

#include "base/result.h"
#include "evaluation/labels.h"

#include <QByteArray>
#include <QString>

#include <vector>

class QXmlStreamReader;

namespace dateline
{

/// A file of a corpus as it lies there.
struct CorpusFile
{
    QString path;
    QByteArray bytes;
};

using Labelled = std::vector<LabelledText>;

// One pair for each format: whether a file looks like it, and its texts. Malformed if it is not what it looks like.

[[nodiscard]] bool looksLikeGeoVirus(const CorpusFile &file);
[[nodiscard]] Result<Labelled> readGeoVirus(const CorpusFile &file); ///< Offsets start at 1.

[[nodiscard]] bool looksLikeToponyms(const CorpusFile &file);
[[nodiscard]] Result<Labelled> readToponyms(const CorpusFile &file); ///< LGL, TR-News and GeoWebNews XML.

[[nodiscard]] bool looksLikeWotr(const CorpusFile &file);
[[nodiscard]] Result<Labelled> readWotr(const CorpusFile &file);

[[nodiscard]] bool looksLikeTimeMl(const CorpusFile &file);
[[nodiscard]] Result<Labelled> readTimeMl(const CorpusFile &file); ///< TIMEX3 of TempEval-3.

[[nodiscard]] bool looksLikeTimex2(const CorpusFile &file);
[[nodiscard]] Result<Labelled> readTimex2(const CorpusFile &file); ///< WikiWars' key.

[[nodiscard]] bool looksLikePlover(const CorpusFile &file);
[[nodiscard]] Result<Labelled> readPlover(const CorpusFile &file);

[[nodiscard]] bool looksLikeBrat(const CorpusFile &file);
[[nodiscard]] Result<Labelled> readBrat(const CorpusFile &file); ///< An .ann file; its text lies beside it.

[[nodiscard]] bool looksLikeReportLabels(const CorpusFile &file);
[[nodiscard]] Result<Labelled> readReportLabels(const CorpusFile &file); ///< tests/data/reports.

[[nodiscard]] bool looksLikeUtcCases(const CorpusFile &file);
[[nodiscard]] Result<Labelled> readUtcCases(const CorpusFile &file); ///< tests/data/times: one expression a line.

[[nodiscard]] bool looksLikeTabbed(const CorpusFile &file);
[[nodiscard]] Result<Labelled> readTabbed(const CorpusFile &file); ///< Text, tabulator, kind of event.

// What the readers share.

/// The Malformed error that names the file: “x.xml is not a corpus that can be read: …”.
[[nodiscard]] std::unexpected<Error> malformed(const CorpusFile &file, const QString &why);
[[nodiscard]] std::unexpected<Error> malformed(const CorpusFile &file, const QXmlStreamReader &xml);

[[nodiscard]] LabelledText labelledText(const QString &name, const QString &text);

/// The file's bytes as text, with “\n” as line ends.
[[nodiscard]] QString textOf(const QByteArray &bytes);

} // namespace dateline

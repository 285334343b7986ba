#include "evaluation/corpora.h"

#include "evaluation/evaluationtext.h"
#include "evaluation/readers.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

struct Format
{
    const char *name;
    bool (*recognises)(const CorpusFile &);
    Result<Labelled> (*read)(const CorpusFile &);
};

// A new format is a line here and its two functions.
constexpr std::array formats{
    Format{"GeoVirus", looksLikeGeoVirus, readGeoVirus},
    Format{"toponyms", looksLikeToponyms, readToponyms},
    Format{"TIMEX3", looksLikeTimeMl, readTimeMl},
    Format{"TIMEX2", looksLikeTimex2, readTimex2},
    Format{"WoTR", looksLikeWotr, readWotr},
    Format{"PLOVER", looksLikePlover, readPlover},
    Format{"reports", looksLikeReportLabels, readReportLabels},
    Format{"UTC cases", looksLikeUtcCases, readUtcCases},
    Format{"brat", looksLikeBrat, readBrat},
    Format{"tabbed", looksLikeTabbed, readTabbed},
};

QStringList filesAt(const QString &path)
{
    if (QFileInfo(path).isFile())
        return {path};
    QStringList files;
    QDirIterator below(path, QDir::Files, QDirIterator::Subdirectories);
    while (below.hasNext())
        files << below.next();
    files.sort();
    return files;
}

Corpus &corpusFor(std::vector<Corpus> &corpora, const QString &path, const char *format)
{
    const QFileInfo info(path);
    const QString name = info.dir().dirName();
    const auto same = std::ranges::find_if(corpora, [&](const Corpus &corpus) {
        return corpus.name == name && corpus.format == QLatin1StringView(format);
    });
    if (same != corpora.end())
        return *same;
    corpora.push_back({name, QString::fromLatin1(format), {}});
    return corpora.back();
}

void take(Corpora &corpora, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        corpora.refused.push_back({Error::Kind::Unreadable, EvaluationText::tr("%1 cannot be opened").arg(path), path});
        return;
    }
    const CorpusFile content{path, file.readAll()};
    const auto format = std::ranges::find_if(formats, [&](const Format &each) { return each.recognises(content); });
    if (format == formats.end()) {
        corpora.passedOver << path;
        return;
    }
    Result<Labelled> texts = format->read(content);
    if (!texts) {
        corpora.refused.push_back(texts.error());
        return;
    }
    Corpus &corpus = corpusFor(corpora.corpora, path, format->name);
    std::ranges::move(*texts, std::back_inserter(corpus.texts));
}

} // namespace

Result<Corpora> corporaAt(const QString &path)
{
    if (!QFileInfo::exists(path))
        return failure(Error::Kind::NotFound, EvaluationText::tr("There is no file or folder %1").arg(path), path);
    Corpora corpora;
    for (const QString &file : filesAt(path))
        take(corpora, file);
    if (corpora.corpora.empty() && corpora.refused.empty()) {
        return failure(
            Error::Kind::Unsupported,
            EvaluationText::tr("“%1” holds no labels in a format that is known; “dateline evaluate --help” lists them")
                .arg(path),
            path);
    }
    return corpora;
}

} // namespace dateline

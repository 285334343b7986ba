#include "evaluation/kindlabels.h"
#include "evaluation/readers.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dateline
{

bool looksLikePlover(const CorpusFile &file)
{
    return file.bytes.contains("\"eventText\"") && file.bytes.contains("\"event\"");
}

Result<Labelled> readPlover(const CorpusFile &file)
{
    const QJsonDocument json = QJsonDocument::fromJson(file.bytes);
    if (!json.isArray())
        return malformed(file, QCoreApplication::translate("Evaluation", "it is no JSON list of events"));
    Labelled texts;
    for (const auto &each : json.array()) {
        const QJsonObject event = each.toObject();
        const std::optional<Kind> kind = kindFromPlover(event.value(QLatin1StringView("event")).toString(),
                                                        event.value(QLatin1StringView("mode")).toString());
        // The dates are made up for all sentences alike, so none is taken.
        LabelledText text = labelledText(event.value(QLatin1StringView("id")).toString(),
                                         event.value(QLatin1StringView("text")).toString());
        if (!kind || text.document.text.isEmpty())
            continue;
        text.kind = LabelledKind{*kind, {}};
        texts.push_back(std::move(text));
    }
    return texts;
}

} // namespace dateline

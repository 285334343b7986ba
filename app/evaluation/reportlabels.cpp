#include "evaluation/readers.h"
#include "evaluation/spans.h"
#include "sources/writtentime.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace dateline
{

namespace
{

QString stringIn(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toString();
}

QString contentOf(const QJsonObject &report)
{
    QStringList paragraphs;
    for (const auto &paragraph : report.value(QLatin1StringView("paragraphs")).toArray())
        paragraphs << paragraph.toString();
    return paragraphs.join(QStringLiteral("\n\n"));
}

/// Reads the lists of a report; every label names its words and which occurrence of them it means.
class ReportLabels
{
public:
    ReportLabels(const QJsonObject &report, LabelledText &text)
        : m_report(report)
        , m_text(text)
    {
    }

    void label()
    {
        each("places", m_text.places, [](const QJsonObject &label, TextSpan span) {
            LabelledPlace place{span};
            const QJsonValue longitude = label.value(QLatin1StringView("longitude"));
            const QJsonValue latitude = label.value(QLatin1StringView("latitude"));
            if (longitude.isDouble() && latitude.isDouble())
                place.at = LonLat{longitude.toDouble(), latitude.toDouble()};
            return place;
        });
        each("times", m_text.times, [](const QJsonObject &label, TextSpan span) {
            LabelledTime time{span};
            const auto begin = utcFromIso(stringIn(label, "begin"));
            const auto end = utcFromIso(stringIn(label, "end"));
            const auto precision = timePrecisionFromKey(stringIn(label, "precision"));
            if (begin && end)
                time.utc = TimeSpan{*begin, *end, precision.value_or(TimePrecision::Minute)};
            return time;
        });
        each("quotes", m_text.quotes, [this](const QJsonObject &label, TextSpan span) {
            return LabelledQuote{bareWords(m_text.document.text, span), stringIn(label, "speaker"),
                                 label.value(QLatin1StringView("direct")).toBool(true)};
        });
        each("incidents", m_text.incidents,
             [this](const QJsonObject &label, TextSpan span) { return incident(label, span); });
    }

private:
    template<typename Label, typename Make>
    void each(const char *list, std::optional<std::vector<Label>> &labels, Make make)
    {
        const QJsonValue rows = m_report.value(QLatin1StringView(list));
        if (!rows.isArray())
            return;
        labels.emplace();
        for (const auto &row : rows.toArray()) {
            const QJsonObject label = row.toObject();
            const TextSpan span = occurrence(m_text.document.text, stringIn(label, "words"),
                                             label.value(QLatin1StringView("nth")).toInt(1));
            const std::optional<Label> made = span.size() == 0 ? std::nullopt : std::optional<Label>(make(label, span));
            if (made)
                labels->push_back(*made);
            else
                ++m_text.misfits;
        }
        std::ranges::sort(*labels, {}, [](const Label &label) { return label.span.begin; });
    }

    std::optional<LabelledIncident> incident(const QJsonObject &label, TextSpan span) const
    {
        const std::optional<Kind> kind = kindFromTerm(stringIn(label, "kind"));
        if (!kind)
            return std::nullopt;
        LabelledIncident incident{.span = span, .kind = *kind, .place = stringIn(label, "place")};
        incident.subKind = subKindFromTerm(stringIn(label, "subKind"));
        for (const LabelledPlace &place : m_text.places.value_or(std::vector<LabelledPlace>{})) {
            if (place.span.in(m_text.document.text) == incident.place)
                incident.at = place.at;
        }
        return incident;
    }

    const QJsonObject &m_report;
    LabelledText &m_text;
};

} // namespace

bool looksLikeReportLabels(const CorpusFile &file)
{
    return file.bytes.trimmed().startsWith('{') && file.bytes.contains("\"paragraphs\"");
}

Result<Labelled> readReportLabels(const CorpusFile &file)
{
    QJsonParseError error;
    const QJsonObject report = QJsonDocument::fromJson(file.bytes, &error).object();
    if (error.error != QJsonParseError::NoError) {
        return malformed(file,
                         QCoreApplication::translate("Evaluation", "it is no JSON from byte %1 on").arg(error.offset));
    }
    LabelledText text = labelledText(QFileInfo(file.path).completeBaseName(), contentOf(report));
    if (report.contains(QLatin1StringView("published"))) {
        const Result<WrittenTime> published = writtenTimeFrom(stringIn(report, "published"), stringIn(report, "zone"));
        if (!published)
            return malformed(file, published.error().message);
        text.document.published = *published;
    }
    ReportLabels(report, text).label();
    return Labelled{std::move(text)};
}

} // namespace dateline

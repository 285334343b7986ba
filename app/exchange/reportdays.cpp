#include "exchange/reportdays.h"

#include "casefile/celltexts.h"
#include "exchange/exchangetext.h"
#include "exchange/jsoncells.h"
#include "exchange/timetexts.h"

#include <QDate>
#include <QLocale>

#include <map>

namespace dateline
{

namespace
{

class ReportDays
{
public:
    ReportDays(ExportRows &rows, ReportForm &form)
        : m_rows(rows)
        , m_form(form)
    {
    }

    void add(const StoredIncident &row)
    {
        const QString day = TimeTexts::dayOf(row);
        if (!m_day || *m_day != day) {
            endDay();
            m_day = day;
            m_form.beginDay(headingOf(day));
        }
        ReportIncident incident{.title = row.title.empty() ? row.kind : row.title,
                                .kind = std::string(row.kind),
                                .time = m_times.of(row),
                                .place = placeOf(row),
                                .notes = row.notes};
        if (!row.subKind.empty())
            incident.kind.append(" – ").append(row.subKind);
        if (row.status != keys().status[Status::Reported])
            incident.status = row.status;
        readLosses(row.losses, m_losses);
        for (const StoredLoss &loss : m_losses)
            incident.losses.push_back(wordsOf(loss));
        for (const StoredQuote &quote : row.quotes) {
            const bool reports = quote.stance == keys().stance[Stance::Reports];
            incident.quotes.push_back(
                {quote.exact, quote.speaker, reports ? std::string_view() : quote.stance, numberOf(quote.document)});
        }
        m_form.add(incident);
    }

    void endDay()
    {
        if (m_day)
            m_form.endDay();
    }

    [[nodiscard]] const std::vector<ExportSource> &sources() const { return m_sources; }

private:
    static std::string headingOf(const QString &day)
    {
        if (day.isEmpty())
            return ExchangeText::tr("No date stated").toStdString();
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        return english.toString(QDate::fromString(day, Qt::ISODate), QStringLiteral("d MMMM yyyy")).toStdString();
    }

    static std::string placeOf(const StoredIncident &row)
    {
        std::string place(row.place);
        for (const std::string_view part : {row.province, row.country}) {
            if (!part.empty() && part != row.place)
                place.append(place.empty() ? "" : ", ").append(part);
        }
        if (const std::string radius = radiusText(row); !radius.empty())
            place.append(place.empty() ? "" : ", ").append(radius);
        return place;
    }

    int numberOf(DocumentId id)
    {
        const auto [known, isNew] = m_numbers.emplace(id, static_cast<int>(m_sources.size()) + 1);
        if (isNew)
            m_sources.push_back(m_rows.source(id));
        return known->second;
    }

    ExportRows &m_rows;
    ReportForm &m_form;
    std::optional<QString> m_day; ///< None: no day is begun.
    std::map<DocumentId, int> m_numbers;
    std::vector<ExportSource> m_sources;
    std::vector<StoredLoss> m_losses;
    TimeTexts m_times;
};

} // namespace

Result<void> writeReport(ExportJob &job, ReportForm &form, const std::function<void()> &afterEach)
{
    form.begin(job.rows.info());
    ReportDays days(job.rows, form);
    const Result<void> read = job.rows.forEachByDay([&](const StoredIncident &row) {
        days.add(row);
        afterEach();
    });
    days.endDay();
    form.end(days.sources(), leftOutSentences(job.report));
    return read;
}

} // namespace dateline

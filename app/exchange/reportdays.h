#pragma once

#include "exchange/exportrows.h"
#include "exchange/formats.h"

#include <string>
#include <vector>

namespace dateline
{

/// Words for an incident in a report.
struct ReportQuote
{
    std::string_view words; ///< Empty: left out.
    std::string_view speaker;
    std::string_view stance; ///< Empty for words that just report it.
    int source = 0; ///< Its number in the list of sources, from 1.
};

struct ReportIncident
{
    std::string_view title;
    std::string kind; ///< With the sub-kind.
    std::string time;
    std::string place; ///< With how far off it may be.
    std::string_view status; ///< Empty for what is just reported.
    std::vector<std::string> losses;
    std::vector<ReportQuote> quotes;
    std::string_view notes;
};

/// How a report is written: called in the order of the page.
class ReportForm
{
public:
    virtual ~ReportForm() = default;

    virtual void begin(const CaseInfo &info) = 0;
    virtual void beginDay(const std::string &heading) = 0;
    virtual void add(const ReportIncident &incident) = 0;
    virtual void endDay() = 0;
    /// @param sources number 1 first. @param leftOut sentences.
    virtual void end(const std::vector<ExportSource> &sources, const QStringList &leftOut) = 0;
};

/// Goes through the incidents by day, with the sources numbered as they come.
///
/// @param afterEach called after each incident.
[[nodiscard]] Result<void> writeReport(ExportJob &job, ReportForm &form, const std::function<void()> &afterEach);

} // namespace dateline

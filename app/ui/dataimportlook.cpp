#include "tables/release.h"
#include "tables/savedmappings.h"
#include "ui/dataimport.h"

#include <algorithm>

namespace dateline
{

namespace
{

constexpr std::size_t mostPreviewed = 8; ///< Rows of a table.

} // namespace

/// What a first look at a file finds.
struct DataImport::Look
{
    std::optional<Error> problem; ///< Why there is nothing to be seen.
    std::vector<TablePreview> previews; ///< Of tables whose layout is known.
    std::vector<TableSample> samples; ///< Of those whose is not, if none is.
    bool isKnown = false; ///< The case has rows of its data set.
};

/// @param mapped shows the columns to be mapped whatever is known of them.
void DataImport::look(bool mapped)
{
    m_state = Looking;
    Q_EMIT changed();
    m_looker = std::jthread(
        [this, mapped, run = m_run, path = m_path, wish = wishOf(options()), store = m_store->shared(), came = m_came] {
            auto found = std::make_shared<Look>();
            using Previews = Result<std::vector<TablePreview>>;
            Previews previews =
                mapped ? Previews(failure(Error::Kind::Unsupported, {})) : previewsOf(path, wish, mostPreviewed);
            if (previews) {
                found->previews = std::move(*previews);
                const std::shared_ptr<const Case> file = store.lock();
                found->isKnown = file && canCompareRelease(*file, path);
            } else {
                found->problem = previews.error();
            }
            if (found->problem && found->problem->kind == Error::Kind::Unsupported) {
                if (Result<std::vector<TableSample>> samples = samplesIn(path)) {
                    found->samples = std::move(*samples);
                    std::erase_if(found->samples,
                                  [&](const TableSample &sample) { return came.contains(sample.part.name); });
                } else if (mapped) {
                    found->problem = samples.error();
                }
            }
            QMetaObject::invokeMethod(
                this,
                [this, run, found] {
                    if (run == m_run)
                        settleLook(std::move(*found));
                },
                Qt::QueuedConnection);
        });
}

void DataImport::settleLook(Look look)
{
    m_known = look.isKnown;
    if (!look.samples.empty()) {
        m_previews.clear();
        m_state = Mapping;
        m_desk.begin(std::move(look.samples)); // Counts, too.
    } else if (look.problem) {
        m_problem = look.problem->message;
        m_state = Failed;
    } else {
        m_previews = std::move(look.previews);
        m_state = Ready;
        count();
    }
    Q_EMIT changed();
}

void DataImport::mapAnew()
{
    if (m_state == Ready)
        look(true);
}

void DataImport::mapOthers()
{
    if (m_state != Done || m_others.isEmpty())
        return;
    m_others.clear();
    m_desk.clear();
    look(true);
}

/// How the file comes in as it is shown.
ImportOptions DataImport::options() const
{
    if (m_desk.isActive())
        return {.mappings = {m_desk.mapping()}, .onlyMappings = true, .without = m_came};
    return {.mappings = savedToTry()};
}

void DataImport::count()
{
    if (m_state == Mapping && !m_desk.isComplete())
        m_counter.clear();
    else if (m_state == Mapping || m_state == Ready)
        m_counter.start(m_path, wishOf(options()));
}

bool DataImport::canImport() const
{
    return m_state == Ready || (m_state == Mapping && m_desk.isComplete() && m_counter.incidents() != 0);
}

bool DataImport::isMapped() const
{
    return m_state == Ready
        && std::ranges::any_of(m_previews, [](const TablePreview &preview) { return !preview.mapping.isEmpty(); });
}

} // namespace dateline

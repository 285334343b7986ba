#pragma once

#include "domain/support.h"
#include "ui/casestore.h"

#include <QThreadPool>

#include <optional>
#include <vector>

namespace dateline
{

/// The origins of the open case's documents, worked out beside the window where they are many.
class Origins : public QObject
{
    Q_OBJECT

public:
    explicit Origins(CaseStore *store, QObject *parent = nullptr);
    ~Origins() override;

    /// Works them out for the case, which has @p documents; until then those that were known before stand.
    void learn(int documents);

    /// Works out what all incidents rest on, beside the window where @p incidents are many.
    void count(int incidents);

    /// Must be called when another case is opened: nothing is known of it.
    void forget();

    [[nodiscard]] bool isKnown() const { return m_index.has_value(); }
    [[nodiscard]] const std::vector<Origin> &all() const { return m_all; } ///< Empty while not known.
    /// What the incident rests on; none while that is not known.
    [[nodiscard]] std::optional<Support> supportOf(IncidentId id) const;

Q_SIGNALS:
    void known(); ///< Some time after learn(), or while it runs.
    void counted(const std::vector<std::pair<dateline::IncidentId, dateline::Support>> &supports); ///< After count().

private:
    struct Learnt
    {
        std::vector<Origin> all;
        OriginIndex index;
    };
    [[nodiscard]] static Learnt learntFrom(const std::vector<Sourced> &documents);
    void take(Learnt learnt);
    void drop(); ///< What is being worked out.

    CaseStore *m_store;
    std::vector<Origin> m_all;
    std::optional<OriginIndex> m_index;
    int m_generation = 0; ///< Of the documents: what was worked out of others is dropped.
    int m_counting = 0; ///< Which count is the latest.
    QThreadPool m_pool;
};

} // namespace dateline

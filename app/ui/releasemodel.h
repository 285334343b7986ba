#pragma once

#include "map/ghosts.h"
#include "tables/release.h"
#include "ui/camera.h"
#include "ui/casestore.h"
#include "ui/releasegroups.h"
#include "ui/selection.h"

#include <QAbstractListModel>
#include <QThreadPool>
#include <QUrl>
#include <QtQmlIntegration>

#include <memory>
#include <span>
#include <vector>

namespace dateline
{

/// A newer download beside the case: what differs, row by row, which of it is ticked, and its ghosts for the map.
class ReleaseModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(QString coverage READ coverage NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool outdated READ isOutdated NOTIFY changed)
    Q_PROPERTY(QString figures READ figures NOTIFY figuresChanged)
    Q_PROPERTY(int differing READ differing NOTIFY changed)
    Q_PROPERTY(int ticked READ ticked NOTIFY tickedChanged)
    Q_PROPERTY(QString tickedText READ tickedText NOTIFY tickedChanged)
    Q_PROPERTY(int shownGroup READ shownGroup WRITE setShownGroup NOTIFY shownChanged)
    Q_PROPERTY(int current READ current NOTIFY ghostsChanged)
    Q_PROPERTY(dateline::ReleaseGroupList *groups READ groups CONSTANT)

public:
    enum State {
        Closed,
        Comparing,
        Ready, ///< The rows tell what differs; none if nothing does.
        Taking,
        Failed ///< Problem tells why.
    };
    Q_ENUM(State)
    enum Role { IdRole = Qt::UserRole, WordsRole, TitleRole, BothRole, TheirsRole };

    ReleaseModel(CaseStore *store, Camera *camera, Selection *selection, QObject *parent = nullptr);
    ~ReleaseModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString coverage() const; ///< What the file covers, and what therefore is not told, a line each.
    [[nodiscard]] double progress() const { return m_progress; } ///< 0…1; 0 also where it cannot be told.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool isOutdated() const { return m_outdated; } ///< The case was changed since.
    [[nodiscard]] QString figures() const { return m_figures; } ///< Saved figures that the ticked changes touch.
    [[nodiscard]] int differing() const { return static_cast<int>(m_found->rows.size()); }
    [[nodiscard]] int ticked() const { return m_ticked; } ///< How many rows would be taken.
    [[nodiscard]] QString tickedText() const;
    [[nodiscard]] int shownGroup() const { return m_shownGroup; } ///< −1: all.
    void setShownGroup(int group);
    [[nodiscard]] int current() const { return m_current; } ///< The row that the map was brought to; −1: none.
    [[nodiscard]] ReleaseGroupList *groups() { return &m_groups; }

    /// The places of the rows that are shown, before and after.
    [[nodiscard]] std::span<const Ghost> ghosts() const { return m_ghosts; }
    [[nodiscard]] std::size_t currentGhost() const; ///< Past the end if there is none.

    /// Compares the open case with @p file in a worker.
    Q_INVOKABLE void compare(const QUrl &file);
    Q_INVOKABLE void again();
    Q_INVOKABLE void setTicked(int group, bool ticked);
    /// Takes the file's side of a row that was changed here too, or keeps the case's.
    Q_INVOKABLE void choose(int row, bool theirs);
    /// Brings the map to @p row.
    Q_INVOKABLE void go(int row);
    /// Takes what is ticked as one step, in another thread.
    Q_INVOKABLE void take();
    /// Ends that: the case stays as it is, and what was ticked is ticked still.
    Q_INVOKABLE void stop();
    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();
    void figuresChanged();
    void tickedChanged();
    void shownChanged();
    void ghostsChanged();
    void taken(const QString &sentence);

private:
    struct Work;
    [[nodiscard]] ReleaseProceed telling();
    void settle(Result<ReleaseComparison> found);
    void settleTaking(const Result<Loaded> &loaded);
    void fail(const QString &problem);
    void showRows();
    void showGhosts();
    void countTicked();
    void findFigures();
    [[nodiscard]] const ReleaseRow &at(int row) const { return m_found->rows[m_rows[static_cast<std::size_t>(row)]]; }

    CaseStore *m_store;
    Camera *m_camera;
    Selection *m_selection;
    State m_state = Closed;
    QString m_path;
    QString m_problem;
    QString m_figures;
    double m_progress = 0;
    bool m_outdated = false;
    std::shared_ptr<const ReleaseComparison> m_found; ///< Never null.
    ReleaseTicks m_ticks;
    ReleaseGroupList m_groups;
    int m_ticked = 0;
    int m_shownGroup = -1;
    std::vector<std::uint32_t> m_rows; ///< Of the comparison, those that are shown.
    std::vector<Ghost> m_ghosts;
    std::vector<std::uint32_t> m_ghostOfRow; ///< Of each of m_rows; past the end of m_ghosts for none.
    int m_current = -1;
    std::shared_ptr<Work> m_work; ///< That goes on; null while none does.
    int m_figuresRun = 0; ///< What figures are touched is told of the last ticks only.
    QThreadPool m_pool; ///< The last member: it ends before the others go.
};

} // namespace dateline

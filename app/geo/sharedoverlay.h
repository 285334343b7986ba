#pragma once

#include "geo/overlay.h"

#include <mutex>

namespace dateline
{

/// An overlay for any thread, with the pictures that it made last.
class SharedOverlay
{
public:
    /// Errors as openOverlay().
    [[nodiscard]] static Result<std::shared_ptr<SharedOverlay>> open(const QString &path, const OverlayStyle &style);

    /// As Overlay::picture(), in @p style, which isOpenedAlike() to the one that it was opened with.
    ///
    /// Waits for a picture that another thread has it make.
    [[nodiscard]] Result<QImage> picture(const OverlayView &view, const OverlayStyle &style,
                                         const std::stop_token &stop, const Overlay::Meanwhile &meanwhile = {});

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const OverlayStyle &openedWith() const { return m_openedWith; }
    [[nodiscard]] const LonLatBox &box() const { return m_box; }
    [[nodiscard]] const QString &credit() const { return m_credit; } ///< What the file says of whose it is.
    [[nodiscard]] const QString &summary() const { return m_summary; }
    [[nodiscard]] const QStringList &layers() const { return m_layers; }
    [[nodiscard]] const QStringList &fields() const { return m_fields; }
    [[nodiscard]] bool mayBeTerrain() const { return m_mayBeTerrain; }
    /// As the last picture was; some of it is known only after the first.
    [[nodiscard]] std::vector<OverlayLegendRow> legend() const;

private:
    explicit SharedOverlay(const QString &path, const OverlayStyle &style, std::unique_ptr<Overlay> overlay);

    struct Made
    {
        OverlayView view;
        QImage picture;
    };

    QString m_path;
    OverlayStyle m_openedWith;
    std::unique_ptr<Overlay> m_overlay;
    LonLatBox m_box;
    QString m_credit;
    QString m_summary;
    QStringList m_layers;
    QStringList m_fields;
    bool m_mayBeTerrain;
    std::mutex m_painting;
    OverlayStyle m_style; ///< Of the pictures in m_made.
    std::vector<Made> m_made; ///< The latest last.
    mutable std::mutex m_telling;
    std::vector<OverlayLegendRow> m_legend;
};

} // namespace dateline

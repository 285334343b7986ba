#pragma once

#include "base/result.h"
#include "domain/scanplacing.h"

#include <optional>
#include <vector>

namespace dateline
{

/// A spot of a picture and its place on the map; one of them is missing until both are shown.
struct ScanPair
{
    std::optional<QPointF> pixel;
    std::optional<LonLat> place;
    bool enabled = true;

    [[nodiscard]] bool isWhole() const { return pixel && place; }

    friend bool operator==(const ScanPair &, const ScanPair &) = default;
};

/// The control points of a scanned map while a person sets them, with steps to take back.
///
/// At most one pair, the last, lacks a half. Pairs are counted from 0.
class ScanDraft
{
public:
    /// Whether a step goes on with the one before, as a drag does, and is taken back with it.
    enum class Goes : std::uint8_t { Anew, On };

    explicit ScanDraft(const ScanPlacing &placing = {});

    [[nodiscard]] const std::vector<ScanPair> &pairs() const { return now().pairs; }
    [[nodiscard]] ScanTransformation transformation() const { return now().transformation; }
    [[nodiscard]] std::optional<std::size_t> half() const; ///< The pair that lacks a half.
    /// What the whole pairs say: the first ones, so that they are counted alike.
    [[nodiscard]] ScanPlacing placing() const;

    /// The half that is missing, that of the same pair once more, or the first half of another pair; gives its number.
    std::size_t addPixel(QPointF pixel);
    std::size_t addPlace(LonLat place);
    void setPixel(std::size_t pair, QPointF pixel, Goes goes = Goes::Anew);
    void setPlace(std::size_t pair, LonLat place, Goes goes = Goes::Anew);
    void setEnabled(std::size_t pair, bool enabled);
    void setTransformation(ScanTransformation transformation);
    void remove(std::size_t pair);

    [[nodiscard]] bool canUndo() const { return m_at > 0; }
    [[nodiscard]] bool canRedo() const { return m_at + 1 < m_steps.size(); }
    void undo();
    void redo();

private:
    struct State
    {
        std::vector<ScanPair> pairs;
        ScanTransformation transformation = ScanTransformation::Affine;

        friend bool operator==(const State &, const State &) = default;
    };

    [[nodiscard]] const State &now() const { return m_steps[m_at]; }
    void take(State next, Goes goes = Goes::Anew);

    QString m_projection; ///< Of what was there before.
    std::vector<State> m_steps;
    std::size_t m_at = 0;
};

/// The place that @p text gives in degrees, the latitude first: “39.511, 46.339” or “39.511 N 46.339 E”.
[[nodiscard]] Result<LonLat> scanPlaceFrom(const QString &text);
[[nodiscard]] QString scanPlaceText(LonLat place);

} // namespace dateline

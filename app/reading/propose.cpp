#include "reading/propose.h"

#include "reading/readtext.h"

namespace dateline
{

Reading propose(const Document &document, const Gazetteer &gazetteer, const std::stop_token &stop,
                const std::optional<LonLatBox> &area)
{
    if (stop.stop_requested())
        return {};
    return readText(
        document, gazetteer.find(document.text, area),
        [&gazetteer](const Place &place, bool near) { return gazetteer.whereOf(place, near); }, stop);
}

} // namespace dateline

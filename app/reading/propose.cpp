#include "reading/propose.h"

#include "reading/readtext.h"

namespace dateline
{

Reading propose(const Document &document, const Gazetteer &gazetteer)
{
    return readText(document, gazetteer.find(document.text),
                    [&gazetteer](const Place &place, bool near) { return gazetteer.whereOf(place, near); });
}

} // namespace dateline

window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "id" : "1631900000000000001",
      "id_str" : "1631900000000000001",
      "created_at" : "Sat Mar 04 05:45:00 +0000 2023",
      "full_text" : "Shells on the bridge near Arvand this morning, two hurt &amp; the road closed.",
      "lang" : "en",
      "entities" : { "hashtags" : [ ], "urls" : [ ] }
    }
  },
  {
    "tweet" : {
      "id_str" : "1631900000000000002",
      "created_at" : "Sat Mar 04 06:00:00 +0000 2023",
      "full_text" : "کامیون‌ها روی پل می‌سوزند",
      "lang" : "fa",
      "user" : { "screen_name" : "valley", "name" : "Valley Courier" }
    }
  }
]

using System.Text.Json;

namespace Baton.Server.Tests.Contract;

/// <summary>What nobody who means well would send, as JSON.</summary>
internal static class HostileValues
{
    public static string[] For(JsonElement schema)
    {
        string[] texts =
        [
            "\"\"", "\" \"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\u202Eabc\\u200B\\u2066\"",
            "\"\\uFFFF\\uFDD0\"", "\"<script>alert(1)</script>\"",
            $"\"{new string('x', 100_000)}\"", $"\"{string.Concat(Enumerable.Repeat("> ", 5_000))}\"",
            $"\"{string.Concat(Enumerable.Repeat("[", 10_000))}\"",
            "\"0001-01-01\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"2026-02-30\"", "\"2026-02-30T25:00:00Z\"",
            "\"00000000-0000-0000-0000-000000000000\"", "null",
        ];
        return ApiOperation.IsText(schema) ? texts
            : ApiOperation.IsNumber(schema) ? ["-1", "0", "2147483647", "2147483648", "1e400", "null", "\"1\""]
            : ApiOperation.IsArray(schema)
                ? ["null", "[null]", "[\"\"]", "[\"00000000-0000-0000-0000-000000000000\"]",
                    "[\"\\ud800\"]", "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]"]
                :
                [
                    "null", "{}", "\"\"",
                    "{\"date\":\"2026-02-30\"}",
                    "{\"date\":\"2026-11-23\",\"time\":\"24:61\",\"zone\":\"Nowhere/At_All\"}",
                    "{\"date\":\"2026-11-23\",\"time\":\"10:00\",\"zone\":\"\\u0000\"}", "{\"date\":\"\\u0000\"}",
                    "{\"date\":null}",
                ];
    }
}

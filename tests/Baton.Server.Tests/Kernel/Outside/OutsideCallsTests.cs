using System.Net;
using Baton.Server.Kernel.Outside;
using Baton.Server.Kernel.Web;
using Baton.Server.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Server.Tests.Kernel.Outside;

public sealed class OutsideCallsTests
{
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("198.19.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void What_is_not_on_the_public_internet_is_not_reached(string address) =>
        Assert.False(PublicAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("::ffff:9.9.9.9")]
    [InlineData("2606:4700::1111")]
    public void What_is_on_the_public_internet_is(string address) =>
        Assert.True(PublicAddresses.Contains(IPAddress.Parse(address)));

    [Fact]
    public async Task This_machine_is_read_only_under_a_name_that_is_allowed()
    {
        await using var world = await OutsideWorld.Open();
        var asked = 0;
        world.Pages["/"] = http =>
        {
            asked++;
            return http.Response.WriteAsync("\uFEFFhello");
        };

        Assert.Equal("hello", await Read(world.At("/"), inner: "localhost"));
        Assert.Equal(OutsideFault.Unreachable, await Fault(world.At("/")));
        foreach (var host in (string[])["127.0.0.1", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "[::1]"])
        {
            Assert.Equal(OutsideFault.Unreachable, await Fault(world.At("/", host), "localhost"));
        }

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_redirect_leads_no_further_than_an_address()
    {
        await using var world = await OutsideWorld.Open();
        world.Pages["/there"] = http => http.Response.WriteAsync("there");
        world.Pages["/near"] = http => To(http, "/there");
        world.Pages["/inside"] = http => To(http, world.At("/there", "127.0.0.1"));
        world.Pages["/file"] = http => To(http, "file:///etc/passwd");
        world.Pages["/round"] = http => To(http, "/round");

        Assert.Equal("there", await Read(world.At("/near"), "localhost"));
        foreach (var path in (string[])["/inside", "/file", "/round", "/nowhere"])
        {
            Assert.Equal(OutsideFault.Unreachable, await Fault(world.At(path), "localhost"));
        }

        static Task To(HttpContext http, string address)
        {
            http.Response.Redirect(address);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task What_is_too_large_is_not_read_to_its_end()
    {
        await using var world = await OutsideWorld.Open();
        world.Pages["/large"] = http => http.Response.WriteAsync(new string('x', 100_000));

        Assert.Equal(OutsideFault.TooLarge, await Fault(world.At("/large"), "localhost"));
    }

    [Fact]
    public async Task Whoever_keeps_us_waiting_is_left()
    {
        await using var world = await OutsideWorld.Open();
        var isOver = new TaskCompletionSource();
        world.Pages["/slow"] = async http =>
        {
            await http.Response.WriteAsync("and");
            await http.Response.Body.FlushAsync();
            _clock.Advance(OutsideCalls.Patience);
            await isOver.Task;
        };

        Assert.Equal(OutsideFault.Unreachable, await Fault(world.At("/slow"), "localhost"));
        isOver.SetResult();
    }

    private async Task<string> Read(string address, string inner)
    {
        using var calls = new OutsideCalls(Options.Create(new BatonSettings { InnerHosts = inner }), _clock);
        return await calls.ReadText(new Uri(address), 10_000, CancellationToken.None);
    }

    private async Task<OutsideFault> Fault(string address, string inner = "") =>
        (await Assert.ThrowsAsync<OutsideException>(() => Read(address, inner))).Fault;
}

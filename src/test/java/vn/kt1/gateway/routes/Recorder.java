package vn.kt1.gateway.routes;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.withSettings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.stubbing.Answer;
import org.springframework.core.ResolvableType;
import vn.kt1.gateway.mail.RefusedMail;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Stands in for every bean of the routes: notes each step, fails at the one it is told, and else
 * gives something of the kind the step gives. Of what is owed there is one, and then nothing.
 */
final class Recorder implements Answer<@Nullable Object> {

  /** One step of a route: the bean and its method, what it was given and what it gave. */
  record Step(String name, List<@Nullable Object> given, @Nullable Object gave) {}

  private static final RefusedMail REFUSED =
      new RefusedMail("id", "malformed", null, "", List.of(), Player.JSON);

  private final List<Step> steps = new ArrayList<>();
  private final Set<String> routes = new TreeSet<>();
  private final Set<String> silent = new HashSet<>();
  private final Map<Integer, Throwable> failures = new HashMap<>();

  void begin() {
    steps.clear();
    routes.clear();
    silent.clear();
    failures.clear();
  }

  /** The step at this position, counted from 0, fails. */
  void failAt(int position, Throwable with) {
    failures.put(position, with);
  }

  /** Nothing comes of this step. */
  void nothingFrom(String step) {
    silent.add(step);
  }

  List<String> steps() {
    return steps.stream().map(Step::name).toList();
  }

  Step step(String name) {
    return steps.stream().filter(step -> step.name().equals(name)).findFirst().orElseThrow();
  }

  Set<String> routes() {
    return Set.copyOf(routes);
  }

  <T> T standIn(String name, Class<T> type) {
    return mock(type, withSettings().name(name).stubOnly().defaultAnswer(this));
  }

  RoutePolicy passages() {
    return new RoutePolicySupport() {
      @Override
      public void onExchangeBegin(Route route, Exchange exchange) {
        routes.add(route.getId());
      }
    };
  }

  @Override
  public @Nullable Object answer(InvocationOnMock call) throws Throwable {
    if (call.getMethod().getDeclaringClass() == Object.class) {
      return call.getMethod().getName().equals("toString") ? "a stand-in" : null;
    }
    Object bean = mockingDetails(call.getMock()).getMockCreationSettings().getMockName();
    String name = bean + "." + call.getMethod().getName();
    if (name.equals("mailDoor.rejected")) {
      call.getArgument(0, Exchange.class).getMessage().setBody(REFUSED);
    }
    return note(name, Arrays.asList(call.getArguments()), result(name, call));
  }

  /** Notes a step that is no bean's. */
  @Nullable Object note(String name, List<@Nullable Object> given, @Nullable Object gives)
      throws Throwable {
    steps.add(new Step(name, given, gives));
    Throwable failure = failures.get(steps.size() - 1);
    if (failure != null) {
      throw failure;
    }
    if (name.endsWith(".refuse")) {
      // These end in nothing else.
      throw given.isEmpty() ? new Rejected(Fault.of(Code.MALFORMED, "")) : (Throwable) given.get(0);
    }
    return gives;
  }

  private @Nullable Object result(String name, InvocationOnMock call) {
    boolean owedNoMore = name.contains(".claim") && steps().contains(name);
    boolean nothing = owedNoMore || silent.contains(name);
    if (call.getMethod().getReturnType() == boolean.class) {
      return !nothing;
    }
    return nothing ? null : something(ResolvableType.forMethodReturnType(call.getMethod()));
  }

  private static @Nullable Object something(ResolvableType type) {
    Class<?> kind = type.toClass();
    if (kind == void.class) {
      return null;
    }
    if (Collection.class.isAssignableFrom(kind)) {
      return List.of(something(type.getGeneric()));
    }
    return kind == String.class ? "a text" : mock(kind);
  }
}
